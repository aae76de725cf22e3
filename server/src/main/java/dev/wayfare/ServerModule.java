package dev.wayfare;

import dev.wayfare.channel.PublicUrl;
import dev.wayfare.connector.NameServers;
import dev.wayfare.connector.OutboundPolicy;
import dev.wayfare.connector.ReachOwn;
import dev.wayfare.db.DatabaseSettings;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.RandomIds;
import dev.wayfare.kernel.SealedBox;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// What comes in through the door of a real server: time, ids, keys, addresses. Tests bring their
/// own.
@Configuration(proxyBeanMethods = false)
class ServerModule {
  @Bean
  DatabaseSettings databaseSettings(ServerSettings settings) {
    return settings.database();
  }

  @Bean
  PublicUrl publicUrl(ServerSettings settings) {
    return new PublicUrl(settings.publicUrl());
  }

  @Bean
  OutboundPolicy outboundPolicy(ServerSettings settings) {
    return settings.outbound();
  }

  @Bean
  NameServers nameServers(ServerSettings settings) {
    return settings.names();
  }

  @Bean
  ReachOwn reachOwn(ServerSettings settings, Environment environment) {
    return () ->
        settings.through(environment.getRequiredProperty("local.server.port", Integer.class));
  }

  @Bean
  SealedBox sealedBox(ServerSettings settings) {
    return SealedBox.inDataFolder(settings.dataFolder());
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Ids ids(InstantSource clock) {
    return new RandomIds(clock, new SecureRandom());
  }
}
