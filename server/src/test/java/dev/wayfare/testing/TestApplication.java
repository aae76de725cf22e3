package dev.wayfare.testing;

import dev.wayfare.http.HttpModule;
import dev.wayfare.http.SecurityModule;
import dev.wayfare.identity.IdentityModule;
import dev.wayfare.journal.JournalModule;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The modules up to identity, put together as the server puts them together.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
@Import({HttpModule.class, SecurityModule.class, JournalModule.class, IdentityModule.class})
class TestApplication {}
