package dev.wayfare.connector;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The front door of connector: calls and emails, within what the operator's policy permits.
@Configuration(proxyBeanMethods = false)
public class ConnectorModule {

  @Bean
  OutboundCalls outboundCalls(OutboundPolicy policy, InstantSource clock) {
    return OutboundCalls.within(policy, clock);
  }

  @Bean
  OutboundHttp outboundHttp(OutboundCalls calls) {
    return new OutboundHttp(calls);
  }

  @Bean
  Mailer mailer(OutboundPolicy policy, InstantSource clock) {
    return Mailer.within(policy, clock);
  }
}
