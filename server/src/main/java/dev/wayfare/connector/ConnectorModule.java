package dev.wayfare.connector;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The front door of connector: the client that adapters call out with.
@Configuration(proxyBeanMethods = false)
public class ConnectorModule {

  @Bean
  OutboundHttp outboundHttp() {
    return new OutboundHttp();
  }
}
