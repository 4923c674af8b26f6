package stet.watch.push;

import java.util.Map;

/**
 * A form that is to be sent to a hub.
 *
 * @param subscription its row
 * @param hub its address
 * @param form names and values in order; the secret among them is not to be shown
 */
public record HubRequest(long subscription, String hub, Map<String, String> form) {
  public HubRequest {
    form = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(form));
  }
}
