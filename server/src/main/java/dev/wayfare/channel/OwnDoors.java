package dev.wayfare.channel;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// Requests to this server's own addresses, over the way that customers and carriers come: name
/// look-up, proxy and certificate included. Reaches no host but ours.
public interface OwnDoors {

  OutsideHttp.Answer send(Request request);

  /// @param form posted as a form; empty for no body
  record Request(
      String method, URI url, Map<String, String> headers, Map<String, List<String>> form) {
    public Request {
      headers = Map.copyOf(headers);
      form = Map.copyOf(form);
    }
  }
}
