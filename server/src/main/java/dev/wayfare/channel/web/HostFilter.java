package dev.wayfare.channel.web;

import dev.wayfare.channel.OurNames;
import dev.wayfare.channel.OurNames.Name;
import dev.wayfare.flow.Theme;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/// What is answered under which name. Under its own the server answers everything; under a custom
/// domain only what customers open there, so that nobody signs in on a team's domain; under a name
/// that is nobody's nothing, whatever was asked.
final class HostFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int MISDIRECTED = 421;

  /// Generated starting links (`/l/`) and what programs call (`/a/`) belong to the server's own
  /// name: under a domain they would show one organization's apps as another's.
  private static final List<String> OF_CUSTOMERS = List.of("/c/", "/u/", "/f/", "/customer/");

  /// Says which installation answers: the question of whoever wants to know where a name leads.
  private static final String WHICH_SERVER = "/api/v1/server";

  private final transient OurNames names;
  private final transient Pages pages;

  HostFilter(OurNames names, Pages pages) {
    this.names = names;
    this.pages = pages;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (name(request)) {
      case Name.Home() -> chain.doFilter(request, response);
      case Name.Domain _ when isOfCustomers(request.getRequestURI()) ->
          chain.doFilter(request, response);
      case Name.Domain _ -> refuse(request, response, HttpServletResponse.SC_NOT_FOUND, "unknown");
      case Name.Strange() -> refuse(request, response, MISDIRECTED, "elsewhere");
    }
  }

  /// Who names no host at all stands near by: HTTP of today always does.
  private Name name(HttpServletRequest request) {
    return request.getHeader("Host") == null ? new Name.Home() : names.of(request.getServerName());
  }

  private static boolean isOfCustomers(String path) {
    return path.equals(WHICH_SERVER) || OF_CUSTOMERS.stream().anyMatch(path::startsWith);
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String page)
      throws IOException {
    Out.guard(response);
    Out.page(request, response, status, pages.own(page, Theme.PLAIN, ""));
  }
}
