package dev.wayfare.channel.simulator;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.LiveNumbers;
import dev.wayfare.channel.TextDoor;
import dev.wayfare.http.Access;
import dev.wayfare.http.Role;
import dev.wayfare.http.RouteRule;
import dev.wayfare.http.RouteRules;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The front door of the simulator: a carrier, its API and its page.
@Configuration(proxyBeanMethods = false)
public class SimulatorModule {

  @Bean
  RouteRules simulatorRoutes() {
    var use = Access.developer("simulator:use");
    return RouteRules.of(
        RouteRule.get("/simulator", Access.personWith(Role.DEVELOPER)),
        RouteRule.get("/simulator/{file:(?:simulator|calls)\\.(?:css|js)}", Access.everyone()),
        RouteRule.get("/api/v1/simulator/numbers", use),
        RouteRule.get("/api/v1/simulator/phones", use),
        RouteRule.post("/api/v1/simulator/phones", use),
        RouteRule.patch("/api/v1/simulator/phones/{number}", use),
        RouteRule.get("/api/v1/simulator/phones/{number}/threads", use),
        RouteRule.get("/api/v1/simulator/phones/{number}/messages", use),
        RouteRule.post("/api/v1/simulator/phones/{number}/texts", use),
        RouteRule.get("/api/v1/simulator/phones/{number}/calls", use),
        RouteRule.post("/api/v1/simulator/phones/{number}/calls", use),
        RouteRule.get("/api/v1/simulator/calls", use),
        RouteRule.get("/api/v1/simulator/calls/{id}", use),
        RouteRule.post("/api/v1/simulator/calls/{id}/speech", use),
        RouteRule.post("/api/v1/simulator/calls/{id}/digits", use),
        RouteRule.post("/api/v1/simulator/calls/{id}/{act}", use),
        RouteRule.get("/api/v1/simulator/live", use));
  }

  @Bean
  SimulatorStore simulatorStore(JdbcClient db) {
    return new PgSimulatorStore(db);
  }

  @Bean
  SimulatorCallStore simulatorCallStore(JdbcClient db, JsonMapper json) {
    return new PgSimulatorCallStore(db, json);
  }

  @Bean
  SimulatorCalls simulatorCalls(
      SimulatorCallStore calls,
      SimulatorStore store,
      CallDoor door,
      CarrierAccounts accounts,
      Later later,
      SimulatorBell bell,
      InstantSource clock) {
    var exchange = new Exchange(calls, store, door, later, bell, clock);
    return new SimulatorCalls(
        calls, store, exchange, accounts, later, bell, clock, UUID::randomUUID);
  }

  @Bean
  SimulatorBell simulatorBell() {
    return new SimulatorBell();
  }

  @Bean
  LaterOnThreads simulatorLater() {
    return new LaterOnThreads();
  }

  @Bean
  SimulatorMail simulatorMail(
      SimulatorStore store, TextDoor door, Later later, SimulatorBell bell, InstantSource clock) {
    return new SimulatorMail(store, door, later, bell, clock, UUID::randomUUID);
  }

  @Bean
  Simulator simulator(
      SimulatorStore store,
      SimulatorMail mail,
      CarrierAccounts accounts,
      SimulatorBell bell,
      InstantSource clock) {
    return new Simulator(store, mail, accounts, bell, clock, UUID::randomUUID);
  }

  @Bean
  Carrier simulatorCarrier(
      SimulatorMail mail, SimulatorCalls calls, TextDoor texts, CallDoor rings) {
    return new SimulatorCarrier(mail, calls, texts, rings);
  }

  @Bean
  SimulatorController simulatorController(
      Simulator simulator, SimulatorStore store, LiveNumbers numbers) {
    return new SimulatorController(simulator, store, numbers);
  }

  @Bean
  SimulatorCallController simulatorCallController(
      SimulatorCalls calls, SimulatorCallStore callStore, SimulatorStore store) {
    return new SimulatorCallController(calls, callStore, store);
  }

  @Bean
  SimulatorLive simulatorLive(
      SimulatorStore store, SimulatorCallStore callStore, SimulatorBell bell, JsonMapper json) {
    return new SimulatorLive(store, callStore, bell, json);
  }

  @Bean
  SimulatorPage simulatorPage(Simulator simulator, SimulatorStore store, LiveNumbers numbers) {
    return new SimulatorPage(simulator, store, numbers);
  }

  /// What was on its way when the server stopped goes on when it is ready.
  @Bean
  ApplicationListener<ApplicationReadyEvent> simulatorResumes(
      SimulatorMail mail, SimulatorCalls calls) {
    return _ -> {
      mail.resume();
      calls.resume();
    };
  }

  /// Watchers are let go before the web server waits for its last requests.
  @Bean
  ApplicationListener<ContextClosedEvent> simulatorLetsGo(SimulatorBell bell) {
    return _ -> bell.close();
  }
}
