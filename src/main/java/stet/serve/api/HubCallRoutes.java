package stet.serve.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import stet.app.push.PushDesk;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.http.Received;
import stet.serve.http.Route;
import stet.watch.push.PushOutcome;

/**
 * What hubs call (WebSub, sections 5.2, 5.3 and 7). Anybody may, since hubs have no login; a call
 * counts only with a key that nobody can guess.
 */
public final class HubCallRoutes {
  private static final String PATTERN = "websub/{key}";
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

  /** No list that is longer is read either. */
  private static final long MOST = 20L << 20;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** Longer pushes each hold a thread while they come. */
  private static final int AT_A_TIME = 4;

  private static final String WAIT_SECONDS = "60";

  private final PushDesk desk;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  private HubCallRoutes(PushDesk desk) {
    this.desk = desk;
  }

  /**
   * The routes.
   *
   * @param callback the address that hubs are told, whose name they ask under
   */
  public static List<Route> of(PushDesk desk, String callback) {
    HubCallRoutes calls = new HubCallRoutes(desk);
    String host = String.valueOf(URI.create(callback).getHost()).toLowerCase(Locale.ROOT);
    return List.of(
        Route.open("GET", PATTERN, host, calls::asked),
        Route.open("POST", PATTERN, host, calls::pushed));
  }

  /** Whether a request of ours was meant, or that it is denied. */
  private Answer asked(Asked asked) {
    String key = key(asked);
    String mode = value(asked, "hub.mode");
    String topic = value(asked, "hub.topic");
    if (mode.equals("denied")) {
      boolean denied = desk.deny(key, topic, value(asked, "hub.reason"));
      return Answer.empty(denied ? 200 : 404);
    }
    String challenge = value(asked, "hub.challenge");
    if (challenge.isEmpty() || !desk.confirm(key, mode, topic, value(asked, "hub.lease_seconds"))) {
      throw HttpProblem.notFound();
    }
    return Answer.of(200, "text/plain; charset=utf-8", challenge.getBytes(UTF_8))
        .with("Cache-Control", "no-store");
  }

  /** That a list has changed. */
  private Answer pushed(Asked asked) throws IOException {
    String key = key(asked);
    if (!places.tryAcquire()) {
      return Answer.empty(503).with("Retry-After", WAIT_SECONDS);
    }
    try {
      String signature = asked.header("X-Hub-Signature").orElse("");
      return switch (desk.push(key, signature, () -> Received.asSent(asked, MOST, LONGEST))) {
        case TAKEN -> Answer.empty(202);
        case UNKNOWN -> throw HttpProblem.notFound();
        case OVER -> throw new HttpProblem(410, "This subscription is over.");
        case TOO_MANY -> Answer.empty(429).with("Retry-After", WAIT_SECONDS);
      };
    } catch (HttpProblem e) {
      if (e.status() == 413) {
        desk.count(PushOutcome.OVERSIZED);
      }
      throw e;
    } finally {
      places.release();
    }
  }

  private static String key(Asked asked) {
    String key = asked.path().get(1);
    if (!KEY.matcher(key).matches()) {
      throw HttpProblem.notFound();
    }
    return key;
  }

  /** As it was sent: a topic or a challenge may begin with a blank. */
  private static String value(Asked asked, String name) {
    return asked.query().getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }
}
