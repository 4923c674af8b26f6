package stet.serve.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who somebody is that asks: by the cookie of a login, or by a token sent along. */
final class Gate {
  static final String COOKIE = "stet_session";

  private static final Duration SESSION = Duration.ofDays(7);
  private static final int MOST_SESSIONS = 10_000;
  private static final int TRIES = 5;
  private static final Duration REST = Duration.ofMinutes(1);
  private static final int MOST_PEERS = 10_000;

  /** Wrong tries of all together within {@link #REST}: guessing from many addresses ends here. */
  private static final int TRIES_OF_ALL = 100;

  private final Access access;
  private final Clock clock;
  private final Secrets secrets = new Secrets();
  private final String key = secrets.name();
  private final Map<String, Session> sessions = bounded(MOST_SESSIONS);

  /** What tokens open that were looked at before, by their keyed digest: hashing takes long. */
  private final Map<String, Role> known = bounded(MOST_SESSIONS);

  private final Map<String, Tries> tries = bounded(MOST_PEERS);
  private Tries triesOfAll = new Tries(0, Instant.EPOCH);

  private record Session(Role role, Instant until) {}

  private record Tries(int wrong, Instant since) {}

  /**
   * Who asks.
   *
   * @param token what their forms have to send
   * @param bearer whether they sent a token along with the request
   */
  record Visitor(Role role, String token, boolean bearer) {}

  Gate(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
  }

  private static <V> Map<String, V> bounded(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }

  /** Whether there is anything to log in with. */
  boolean hasKeys() {
    return !access.keys().isEmpty();
  }

  /**
   * @param session the value of the session's cookie
   * @param authorization the header of that name
   * @throws HttpProblem 401 when a token is sent that is none, 429 after too many of those
   */
  Visitor visitor(Optional<String> session, Optional<String> authorization, String peer) {
    if (authorization.isPresent() && hasKeys()) {
      String[] parts = authorization.get().split(" ", 2);
      String token = parts.length == 2 && parts[0].equalsIgnoreCase("Bearer") ? parts[1] : "";
      return new Visitor(opened(token.strip(), peer), "", true);
    }
    Role role = access.others();
    String name = session.orElse("");
    synchronized (this) {
      Session own = sessions.get(name);
      if (own != null && own.until().isAfter(clock.instant())) {
        role = own.role();
      } else {
        name = "";
      }
    }
    return new Visitor(role, Secrets.keyed(key, name), false);
  }

  /**
   * Logs somebody in.
   *
   * @return the value of the session's cookie
   * @throws HttpProblem 401 when that opens nothing, 429 after too many wrong tries
   */
  String login(String told, String peer) {
    Role role = opened(told, peer);
    String name = secrets.name();
    synchronized (this) {
      sessions.put(name, new Session(role, clock.instant().plus(SESSION)));
    }
    return name;
  }

  /** Ends a session. */
  synchronized void logout(String session) {
    sessions.remove(session);
  }

  private Role opened(String told, String peer) {
    Instant now = clock.instant();
    String digest = Secrets.keyed(key, told);
    synchronized (this) {
      Role before = known.get(digest);
      if (before != null) {
        return before;
      }
      if (count(tries.get(peer), now) >= TRIES || count(triesOfAll, now) >= TRIES_OF_ALL) {
        throw new HttpProblem(429, "Too many wrong tries. Wait a minute.");
      }
      // Counted before it is looked at, so that many at once are no way around.
      tries.put(peer, new Tries(count(tries.get(peer), now) + 1, now));
      triesOfAll = new Tries(count(triesOfAll, now) + 1, now);
    }
    Role role = access.opened(told);
    if (role == Role.NOBODY) {
      throw new HttpProblem(401, "That opens nothing.");
    }
    synchronized (this) {
      known.put(digest, role);
      tries.remove(peer);
      triesOfAll = new Tries(Math.max(0, triesOfAll.wrong() - 1), triesOfAll.since());
    }
    return role;
  }

  private static int count(@Nullable Tries tries, Instant now) {
    return tries == null || tries.since().plus(REST).isBefore(now) ? 0 : tries.wrong();
  }
}
