package stet.app.push;

import java.util.Map;
import stet.fetch.PostOutcome;

/** Sends forms to hubs; see {@link stet.fetch.Fetcher#post}. */
public interface HubCaller {
  /** Sends a form, or says why not now. */
  PostOutcome post(String hub, Map<String, String> form);
}
