package dev.wayfare.connector;

import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The front door of connector: calls and emails, within what the operator's policy
/// permits, requests to this server's own addresses, and questions to name servers.
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

  /// Further hosts are asked for at each request: whoever knows them may stand far to the right.
  @Bean
  OwnDoors ownDoors(
      PublicUrl publicUrl, ObjectProvider<OwnHosts> others, ObjectProvider<ReachOwn> way) {
    return new OwnDoorsClient(
        publicUrl,
        host -> others.stream().anyMatch(known -> known.isOurs(host)),
        way.getIfAvailable(() -> ReachOwn.BY_NAME));
  }

  @Bean
  NameRecords nameRecords(ObjectProvider<NameServers> servers) {
    return new NameRecords(servers.getIfAvailable(() -> NameServers.OF_THE_MACHINE));
  }

  @Bean
  Certificates certificates() {
    return new Certificates(NameLookup.OF_THE_MACHINE);
  }

  @Bean
  Mailer mailer(OutboundPolicy policy, InstantSource clock) {
    return Mailer.within(policy, clock);
  }
}
