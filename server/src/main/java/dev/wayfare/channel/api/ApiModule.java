package dev.wayfare.channel.api;

import dev.wayfare.channel.ApiDoor;
import dev.wayfare.http.Authenticator;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The front door for programs. Needs an [ApiDoor].
@Configuration(proxyBeanMethods = false)
public class ApiModule {

  @Bean
  ServletRegistrationBean<ApiServlet> apiServlet(
      ApiDoor door,
      Authenticator authenticator,
      InstantSource clock,
      ObjectProvider<ApiLimits> given) {
    var limits = given.getIfAvailable(() -> ApiLimits.USUAL);
    var servlet =
        new ApiServlet(
            door, authenticator, new Allowance(limits.aMinute(), clock), new JsonBody(limits));
    var registration = new ServletRegistrationBean<>(servlet, ApiServlet.PATH + "*");
    registration.setName("api");
    return registration;
  }
}
