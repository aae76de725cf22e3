package dev.wayfare;

import dev.wayfare.alert.AlertModule;
import dev.wayfare.app.AppModule;
import dev.wayfare.channel.api.ApiModule;
import dev.wayfare.channel.simulator.SimulatorModule;
import dev.wayfare.channel.twilio.TwilioModule;
import dev.wayfare.channel.web.WebModule;
import dev.wayfare.connector.ConnectorModule;
import dev.wayfare.db.DbModule;
import dev.wayfare.http.HttpModule;
import dev.wayfare.http.SecurityModule;
import dev.wayfare.identity.IdentityModule;
import dev.wayfare.journal.JournalModule;
import dev.wayfare.preview.PreviewModule;
import dev.wayfare.publish.PublishModule;
import dev.wayfare.record.RecordModule;
import dev.wayfare.resource.DomainModule;
import dev.wayfare.resource.ResourceModule;
import dev.wayfare.runtime.RuntimeModule;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/// All modules, in the order of the walls: each may know those above it.
///
/// Of Spring Boot's own there is what is named here. Looking for more would cost every start a
/// second: all libraries are asked what they offer, and all our classes whether they are mixins.
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TaskExecutionAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
@Import({
  DbModule.class,
  HttpModule.class,
  SecurityModule.class,
  JournalModule.class,
  IdentityModule.class,
  WebModule.class,
  ApiModule.class,
  TwilioModule.class,
  SimulatorModule.class,
  ConnectorModule.class,
  ResourceModule.class,
  DomainModule.class,
  AppModule.class,
  RecordModule.class,
  PublishModule.class,
  RuntimeModule.class,
  PreviewModule.class,
  AlertModule.class,
  ServerParts.class,
  HomeModule.class
})
public class Modules {}
