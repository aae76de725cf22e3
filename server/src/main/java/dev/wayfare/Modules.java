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
import dev.wayfare.publish.PublishModule;
import dev.wayfare.record.RecordModule;
import dev.wayfare.resource.ResourceModule;
import dev.wayfare.runtime.RuntimeModule;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/// All modules, in the order of the walls: each may know those above it.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
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
  AppModule.class,
  RecordModule.class,
  PublishModule.class,
  RuntimeModule.class,
  AlertModule.class,
  ServerParts.class,
  HomeModule.class
})
public class Modules {}
