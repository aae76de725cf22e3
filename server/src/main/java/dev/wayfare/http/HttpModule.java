package dev.wayfare.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wayfare.kernel.Ids;
import dev.wayfare.kernel.SealedBox;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The edge's front door. The application brings a `JdbcClient`, an `InstantSource`, `Ids` and a
/// `SealedBox`, and leaves out Boot's own error page (`ErrorMvcAutoConfiguration`).
@Configuration(proxyBeanMethods = false)
public class HttpModule {

  @Bean
  RouteTable routeTable(ObjectProvider<RouteRules> modules) {
    return new RouteTable(modules.orderedStream().toList());
  }

  @Bean
  RouteRules httpRoutes() {
    return RouteRules.of(
        RouteRule.get("/api/v1/openapi.json", Access.everyone()),
        RouteRule.get("/api/v1/ready", Access.everyone()));
  }

  @Bean
  OpenApiController openApiController() {
    return new OpenApiController();
  }

  @Bean
  ReadyController readyController(JdbcClient sql) {
    return new ReadyController(new PgPulse(sql));
  }

  @Bean
  Problems problems(JsonMapper json, Ids ids) {
    return new Problems(json, ids);
  }

  @Bean
  ProblemAdvice problemAdvice(Problems problems) {
    return new ProblemAdvice(problems);
  }

  @Bean
  IdempotencyStore idempotencyStore(JdbcClient sql, InstantSource clock, Ids ids, SealedBox box) {
    return new PgIdempotencyStore(sql, clock, ids, box);
  }

  @Bean
  JsonMapperBuilderCustomizer wireJson() {
    return json ->
        json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .changeDefaultPropertyInclusion(
                it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT));
  }

  @Bean
  WebMvcConfigurer wireArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments.OfCaller());
        resolvers.add(new Arguments.OfAnybody());
        resolvers.add(new Arguments.OfPage());
      }
    };
  }

  @Bean
  Readiness readiness() {
    return new Readiness();
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> openWhenReady(Readiness readiness) {
    return _ -> readiness.open();
  }

  @Bean
  ApplicationListener<ContextClosedEvent> closeFirst(Readiness readiness) {
    return _ -> readiness.close();
  }

  @Bean
  FilterRegistrationBean<EdgeFilter> edgeFilter(Readiness readiness, Problems problems) {
    var registration = new FilterRegistrationBean<>(new EdgeFilter(readiness, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
