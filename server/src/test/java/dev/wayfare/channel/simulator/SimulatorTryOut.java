package dev.wayfare.channel.simulator;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccount;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.InboundText;
import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.LiveNumbers.LiveNumber;
import dev.wayfare.channel.OutboundCall;
import dev.wayfare.channel.OutboundText;
import dev.wayfare.channel.PhoneNumber;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.channel.TextReply;
import dev.wayfare.db.TestDatabase;
import dev.wayfare.http.Caller;
import dev.wayfare.http.Role;
import dev.wayfare.kernel.OrganizationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The simulator alone, with an app that parrots: to be looked at in a browser, and for tests of
/// its API.
public final class SimulatorTryOut {

  static final OrganizationId ORG = new OrganizationId(new UUID(8, 8));
  static final PhoneNumber DESK = new PhoneNumber("+15550100");
  static final PhoneNumber CLAIMS = new PhoneNumber("+15550101");

  private SimulatorTryOut() {}

  static ConfigurableApplicationContext start(TestDatabase database, int port) {
    var app = new SpringApplication(Parts.class);
    app.addInitializers(
        context -> context.getBeanFactory().registerSingleton("dataSource", database.dataSource()));
    return app.run(
        "--server.port=" + port,
        "--server.address=127.0.0.1",
        "--spring.threads.virtual.enabled=true",
        "--spring.main.banner-mode=off",
        "--logging.level.root=warn");
  }

  /// Runs until it is stopped; the argument is the port.
  public static void main(String[] args) throws InterruptedException {
    var database = TestDatabase.fresh();
    var context = start(database, Integer.parseInt(args[0]));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  context.close();
                  database.close();
                }));
    Thread.currentThread().join();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(SimulatorModule.class)
  static class Parts {

    @Bean
    InstantSource clock() {
      return InstantSource.system();
    }

    @Bean
    CarrierAccounts accounts() {
      return new Accounts(
          number ->
              number.e164().startsWith("+1555")
                  ? Optional.of(new CarrierAccount(new UUID(0, 1), ORG, "simulator", Map.of(), ""))
                  : number.e164().startsWith("+1666")
                      ? Optional.of(new CarrierAccount(new UUID(0, 2), ORG, "twilio", Map.of(), ""))
                      : Optional.empty());
    }

    /// Everybody is the same person here.
    @Bean
    WebMvcConfigurer somebody() {
      return new WebMvcConfigurer() {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
          resolvers.add(new Somebody());
        }
      };
    }

    @Bean
    LiveNumbers numbers() {
      return () ->
          List.of(
              new LiveNumber(
                  ORG, DESK, true, true, "desk", "Parcel desk", "Production", "Production"),
              new LiveNumber(
                  ORG, CLAIMS, true, false, "claims", "Claim intake", "Production", "Production"));
    }

    @Bean
    TextDoor door(ObjectProvider<Carrier> carrier, CarrierAccounts accounts) {
      return new ParrotDoor() {
        @Override
        TextReply reply(InboundText text) {
          return switch (text.body()) {
            case "Hi" -> texts("Hi! What is your order number?");
            case "later" -> {
              var account = accounts.forNumber(text.to()).orElseThrow();
              var later =
                  new OutboundText(
                      UUID.randomUUID(),
                      text.to(),
                      text.from(),
                      "A reminder: your parcel comes tomorrow between 9 and 12.");
              carrier.getObject().send(later, account);
              yield texts();
            }
            case "call" -> {
              var account = accounts.forNumber(text.to()).orElseThrow();
              var ring = Duration.ofSeconds(25);
              var back = new OutboundCall(UUID.randomUUID(), text.to(), text.from(), ring, true);
              carrier.getObject().placeCall(back, account);
              yield texts("We call you back.");
            }
            case "A1B2C3" -> texts("Order A1B2C3 comes Friday. Change the day?");
            case "yes" ->
                texts(
                    "Choose a day here: https://go.example.com/u/V1StGXR8_Z5jdHi6B-myT. It takes a minute 🚚");
            default -> super.reply(text);
          };
        }
      };
    }

    private static TextReply texts(String... bodies) {
      return new TextReply.Texts(List.of(bodies));
    }

    /// The door of calls; the word "call" in a text has the desk call back.
    @Bean
    CallTrial calls() {
      return new CallTrial();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
      return http.csrf(c -> c.disable())
          .authorizeHttpRequests(a -> a.anyRequest().permitAll())
          .build();
    }
  }

  /// Accounts by a rule.
  record Accounts(Function<PhoneNumber, Optional<CarrierAccount>> rule) implements CarrierAccounts {
    @Override
    public Optional<CarrierAccount> forNumber(PhoneNumber number) {
      return rule.apply(number);
    }

    @Override
    public List<CarrierAccount> all() {
      return List.of();
    }
  }

  private static final class Somebody implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer view,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var who =
          new Caller.Who.Token(
              new UUID(0, 1), "somebody", Set.of(Caller.ALL_SCOPES), Optional.empty());
      return new Caller(who, ORG, Role.ADMIN);
    }
  }
}
