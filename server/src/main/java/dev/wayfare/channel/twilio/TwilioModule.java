package dev.wayfare.channel.twilio;

import dev.wayfare.channel.CallDoor;
import dev.wayfare.channel.Carrier;
import dev.wayfare.channel.CarrierAccounts;
import dev.wayfare.channel.OutsideHttp;
import dev.wayfare.channel.OwnDoors;
import dev.wayfare.channel.PublicUrl;
import dev.wayfare.channel.TextDoor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/// The front door of the Twilio adapter: the webhooks of texts and calls, and one carrier.
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
  FilterRegistrationBean<?> twilioCallHook(
      CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    return hook(new CallHook(check(accounts, publicUrl), publicUrl, door), CallHook.PATH);
  }

  @Bean
  FilterRegistrationBean<?> twilioHeardHook(
      CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    return moment(CallMoment.HEARD, accounts, publicUrl, door);
  }

  @Bean
  FilterRegistrationBean<?> twilioHeldHook(
      CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    return moment(CallMoment.HELD, accounts, publicUrl, door);
  }

  @Bean
  FilterRegistrationBean<?> twilioForwardedHook(
      CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    return moment(CallMoment.FORWARDED, accounts, publicUrl, door);
  }

  @Bean
  FilterRegistrationBean<?> twilioTakenHook(
      CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    return moment(CallMoment.TAKEN, accounts, publicUrl, door);
  }

  @Bean
  FilterRegistrationBean<?> twilioCallEndHook(
      CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    return hook(new CallEndHook(check(accounts, publicUrl), door), CallEndHook.PATH);
  }

  @Bean
  Carrier twilioCarrier(OutsideHttp http, OwnDoors doors, PublicUrl publicUrl) {
    return new TwilioCarrier(http, doors, publicUrl, new JsonMapper());
  }

  private static WebhookCheck check(CarrierAccounts accounts, PublicUrl publicUrl) {
    return new WebhookCheck(accounts, publicUrl, new JsonMapper());
  }

  private static FilterRegistrationBean<?> moment(
      CallMoment moment, CarrierAccounts accounts, PublicUrl publicUrl, CallDoor door) {
    var check = check(accounts, publicUrl);
    return hook(new CallEventHook(moment, check, publicUrl, door), moment.path());
  }

  private static FilterRegistrationBean<?> hook(Hook hook, String path) {
    var registration = new FilterRegistrationBean<>(hook);
    registration.addUrlPatterns(path);
    registration.setName(path);
    registration.setOrder(BEHIND_THE_EDGE);
    return registration;
  }
}
