package dev.wayfare.channel.twilio;

import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.TextDoor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/// The front door of the Twilio adapter: two webhooks and one carrier.
@Configuration(proxyBeanMethods = false)
public class TwilioModule {
  private static final int BEHIND_THE_EDGE = Ordered.HIGHEST_PRECEDENCE + 1;

  @Bean
  FilterRegistrationBean<?> twilioTextHook(
      CarrierAccounts accounts, PublicUrl publicUrl, TextDoor door) {
    return hook(new TextHook(check(accounts, publicUrl), door), TextHook.PATH);
  }

  @Bean
  FilterRegistrationBean<?> twilioStatusHook(
      CarrierAccounts accounts, PublicUrl publicUrl, TextDoor door) {
    return hook(new StatusHook(check(accounts, publicUrl), door), StatusHook.PATH);
  }

  @Bean
  Carrier twilioCarrier(OutsideHttp http, PublicUrl publicUrl) {
    return new TwilioCarrier(http, publicUrl, new TwilioAnswers(new JsonMapper()));
  }

  private static WebhookCheck check(CarrierAccounts accounts, PublicUrl publicUrl) {
    return new WebhookCheck(accounts, publicUrl, new JsonMapper());
  }

  private static FilterRegistrationBean<?> hook(Hook hook, String path) {
    var registration = new FilterRegistrationBean<>(hook);
    registration.addUrlPatterns(path);
    registration.setName(path);
    registration.setOrder(BEHIND_THE_EDGE);
    return registration;
  }
}
