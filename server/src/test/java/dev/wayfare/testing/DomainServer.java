package dev.wayfare.testing;

import dev.wayfare.connector.NameServers;
import dev.wayfare.http.Role;
import dev.wayfare.identity.Identity;
import dev.wayfare.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A server that asks a name server of the test's own. One for all that run in this process: a
/// name is of one test only.
public final class DomainServer implements AutoCloseable {
  public static final LocalDns DNS = new LocalDns();

  /// The only addition to a usual server.
  @Configuration(proxyBeanMethods = false)
  static class AsksUs {
    @Bean
    NameServers nameServers() {
      return DNS.asked();
    }
  }

  private final TestServer server = TestServer.start(AsksUs.class);

  public TestServer server() {
    return server;
  }

  public Client admin() {
    return server.token(Role.ADMIN, "*");
  }

  /// A program of another organization of this server.
  public Client stranger() {
    var id = UUID.randomUUID();
    JdbcClient.create(server.dataSource())
        .sql("insert into organization (id, name, created_at) values (?, 'Another', now())")
        .param(id)
        .update();
    var token =
        server
            .bean(Identity.class)
            .makeToken(new OrganizationId(id), "a program", Role.ADMIN, List.of("*"))
            .token();
    return server.anonymous().with("Authorization", "Bearer " + token.reveal());
  }

  public Domain add(Client api, String host) {
    return Domain.add(api, DNS, host);
  }

  public Domain proven(Client api, String host) {
    return Domain.proven(api, DNS, host);
  }

  public Visitor visitor(String host) {
    return new Visitor(server.port(), host);
  }

  @Override
  public void close() {
    server.close();
  }
}
