package dev.wayfare.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.kernel.Secret;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {

  private static final Secret SESSION = Secret.of("abc");

  @Test
  void underHttpsBothAreSecureAndBoundToTheHost() {
    var response = new MockHttpServletResponse();
    SessionCookie.under("https://go.example.com").set(response, SESSION, Duration.ofDays(1));
    assertThat(response.getHeaders("Set-Cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.startsWith("__Host-wayfare_"))
        .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; Path=/;"))
        .noneMatch(cookie -> cookie.contains("Domain"));
  }

  @Test
  void onesOwnMachineWithoutTlsGetsCookiesThatItsBrowserKeeps() {
    var response = new MockHttpServletResponse();
    var plain = SessionCookie.under("http://localhost:8787");
    plain.set(response, SESSION, Duration.ofDays(1));
    assertThat(response.getHeaders("Set-Cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.startsWith("wayfare_"))
        .noneMatch(cookie -> cookie.contains("Secure"));
    var request = new MockHttpServletRequest();
    request.setCookies(new Cookie("wayfare_session", "abc"));
    assertThat(plain.read(request)).contains(SESSION);
  }

  @Test
  void signingOutTakesBothAwayUnderTheNamesTheyWereSetWith() {
    var response = new MockHttpServletResponse();
    SessionCookie.under("https://go.example.com").clear(response);
    assertThat(response.getHeaders("Set-Cookie"))
        .hasSize(2)
        .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("; Secure"))
        .allMatch(cookie -> cookie.contains("Max-Age=0"));
  }
}
