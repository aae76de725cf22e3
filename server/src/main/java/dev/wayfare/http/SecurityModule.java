package dev.wayfare.http;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/// How Spring Security is used: one chain without a memory of its own, in front of everything that
/// does not lie outside.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityModule {

  private static final String NOTHING_LOADED =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @Bean
  OutsidePaths outsidePaths() {
    return new OutsidePaths(List.of("/hooks/", "/l/", "/c/", "/u/", "/f/", "/a/", "/customer/"));
  }

  @Bean
  SecurityFilterChain insideChain(
      HttpSecurity http,
      OutsidePaths outside,
      RouteTable routes,
      Authenticator authenticator,
      SessionCookie cookie,
      IdempotencyStore idempotency,
      Problems problems) {
    var denials = new DenialAnswers(problems, cookie);
    var csrf = new SessionCsrf(cookie);
    return http.securityMatcher(new NegatedRequestMatcher(outside::contains))
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(
            it ->
                it.csrfTokenRepository(csrf)
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(csrf::needed))
        .headers(
            it ->
                it.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_LOADED))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .exceptionHandling(it -> it.authenticationEntryPoint(denials).accessDeniedHandler(denials))
        .addFilterBefore(new RouteFilter(routes, problems), CsrfFilter.class)
        .addFilterBefore(
            new SignInFilter(authenticator, cookie, problems), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new IdempotencyFilter(idempotency, problems), AuthorizationFilter.class)
        .authorizeHttpRequests(
            it ->
                it.dispatcherTypeMatchers(ASYNC, ERROR) // the request itself was let in before
                    .permitAll()
                    .anyRequest()
                    .access(new RouteGuard()))
        .build();
  }

  @Bean
  HttpFirewall outsideFirewall(OutsidePaths outside) {
    return new OutsideFirewall(outside);
  }

  @Bean
  RequestRejectedHandler rejectedAtTheWall(Problems problems) {
    return (_, response, _) ->
        problems.write(
            response,
            ProblemException.of(
                400,
                "request_refused",
                "The request is malformed",
                "The address or a header has characters that no address of this server has."));
  }

  /// There are no passwords here; without this, Boot would make up a user with one.
  @Bean
  AuthenticationManager noPasswords() {
    return _ -> {
      throw new ProviderNotFoundException("People sign in by link, programs by token.");
    };
  }
}
