package dev.wayfare.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Spring's strict firewall, but not for what lies outside: a carrier may send headers that it
/// would refuse.
final class OutsideFirewall implements HttpFirewall {

  private final HttpFirewall strict = new StrictHttpFirewall();
  private final OutsidePaths outside;

  OutsideFirewall(OutsidePaths outside) {
    this.outside = outside;
  }

  @Override
  public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
    return outside.contains(request)
        ? new Untouched(request)
        : strict.getFirewalledRequest(request);
  }

  @Override
  public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
    return strict.getFirewalledResponse(response);
  }

  private static final class Untouched extends FirewalledRequest {

    Untouched(HttpServletRequest request) {
      super(request);
    }

    @Override
    public void reset() {
      // Nothing was changed.
    }
  }
}
