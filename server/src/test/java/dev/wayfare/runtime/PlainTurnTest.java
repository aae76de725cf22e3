package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Input.CallEnd;
import dev.wayfare.testing.SealedAlerts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a plain turn costs: one read and one statement, counted where the driver prepares them.
class PlainTurnTest {
  private static final AtomicInteger STATEMENTS = new AtomicInteger();

  @Configuration(proxyBeanMethods = false)
  static class Counting {
    @Bean
    static BeanPostProcessor counter() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource source ? counted(DataSource.class, source) : bean;
        }
      };
    }
  }

  private static <T> T counted(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().startsWith("prepare")
                  || method.getName().equals("createStatement")) {
                STATEMENTS.incrementAndGet();
              }
              try {
                var answer = method.invoke(real, arguments);
                return answer instanceof Connection connection
                    ? counted(Connection.class, connection)
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void aPlainTurnIsTwoStatements() {
    try (var world = new TestWorld(Counting.class)) {
      world.saves("parcel-desk", TestWorld.example("parcel-desk")).publishes("parcel-desk");
      world.sms("+15550001", "hi");
      STATEMENTS.set(0);
      assertThat(world.sms("+15550001", "dunno").getFirst()).startsWith("That does not look");
      assertThat(STATEMENTS).hasValue(2);
    }
  }

  @Test
  void aPlainTurnOfACallIsTwoStatements() {
    try (var world = new TestWorld(Counting.class)) {
      world
          .saves("desk", CallTurnsTest.APP.replace("RULE", "open_journey: continue"))
          .publishes("desk");
      STATEMENTS.set(0);
      var call = new Handset(world, "+15550002").dials();
      assertThat(STATEMENTS).as("a call that rings").hasValue(2);
      STATEMENTS.set(0);
      assertThat(call.comesBack(CallEnd.BUSY).words()).startsWith("The line is busy.");
      assertThat(STATEMENTS).as("something that happens on it").hasValue(2);
    }
  }

  @Test
  void aTurnThatErrsNotesItInTheSameStatement() {
    try (var world = new TestWorld(Counting.class)) {
      SealedAlerts.rules(world.part(DataSource.class), SealedAlerts.both("", "info", 1));
      world.saves("errs", AlarmsTest.APP).publishes("errs");
      world.sms("+15550003", "hi");
      STATEMENTS.set(0);
      world.sms("+15550003", "a lamp");
      assertThat(STATEMENTS).hasValue(2);
      var noted = world.part(JdbcClient.class).sql("select count(*) from alert_event");
      assertThat(noted.query(Integer.class).single()).isEqualTo(2);
    }
  }
}
