package stet.app.push;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import stet.app.SettingKey;
import stet.app.Settings;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOptions.Limits;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.Fetcher;
import stet.fetch.PostOutcome;
import stet.notify.channel.Announcer;
import stet.text.OneLine;
import stet.text.SafeText;

/**
 * Tells the hub that feeds of ours name which of them have changed, so that it asks for them and
 * hands them on. WebSub leaves open how; this is what hubs in use take: {@code hub.mode=publish},
 * and the feed's address as {@code hub.url} and {@code hub.topic}. A hub that fails holds nothing
 * up: it is told of the feeds when they change the next time.
 */
public final class HubNews implements Announcer {
  private static final Duration AN_ANSWER = Duration.ofSeconds(15);
  private static final Duration ALL = Duration.ofMinutes(1);

  private static final Limits LIMITS =
      new Limits(
          Limits.STANDARD.maxHead(),
          Limits.STANDARD.maxBody(),
          Limits.STANDARD.maxDecoded(),
          Limits.STANDARD.maxRedirects(),
          Limits.STANDARD.connectTimeout(),
          AN_ANSWER,
          AN_ANSWER,
          Limits.STANDARD.minBytesPerSecond(),
          Limits.STANDARD.patience(),
          1);

  private final String hub;
  private final String base;
  private final FetchOptions options;
  private final Clock clock;
  private final Consumer<String> log;

  private HubNews(
      String hub, String base, FetchOptions options, Clock clock, Consumer<String> log) {
    this.hub = hub;
    this.base = base;
    this.options = options;
    this.clock = clock;
    this.log = log;
  }

  /**
   * By the settings of a collection; without a hub, or a public address, it tells nobody anything.
   *
   * @param log is told in one line what the hub was not told
   */
  public static HubNews of(Settings settings, Clock clock, Consumer<String> log) {
    String base = settings.published();
    String hub = base.isEmpty() ? "" : settings.get(SettingKey.WEBSUB_HUB);
    FetchOptions options = settings.fetching();
    return new HubNews(
        hub, base, options.withPoliteness(at(options.politeness())).withLimits(LIMITS), clock, log);
  }

  /** A person named the hub to be told of each feed: there is no wait between them. */
  private static Politeness at(Politeness p) {
    return new Politeness(
        Duration.ZERO,
        p.maxCrawlDelay(),
        Integer.MAX_VALUE,
        p.firstBackOff(),
        p.maxBackOff(),
        p.maxRetryAfter(),
        p.longestPause());
  }

  @Override
  public String hub() {
    return hub;
  }

  @Override
  public void changed(List<String> feeds) {
    if (hub.isEmpty() || feeds.isEmpty()) {
      return;
    }
    long end = System.nanoTime() + ALL.toNanos();
    try (Fetcher fetcher = new Fetcher(options, clock)) {
      for (int told = 0; told < feeds.size(); told++) {
        boolean late = System.nanoTime() > end;
        String why = late ? "it takes too long" : told(fetcher, base + feeds.get(told));
        if (!why.isEmpty()) {
          complain(feeds.size() - told, why);
          return;
        }
      }
    } catch (RuntimeException e) {
      complain(feeds.size(), "failed in itself: " + e);
    }
  }

  /** Why a hub was not told of a feed; empty where it was. */
  private String told(Fetcher fetcher, String feed) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "publish");
    form.put("hub.url", feed);
    form.put("hub.topic", feed);
    PostOutcome outcome = fetcher.post(hub, form);
    if (outcome instanceof PostOutcome.Answered answered) {
      String words = answered.words().isEmpty() ? "" : ": " + answered.words();
      return answered.isTaken() ? "" : "it answered " + answered.status() + words;
    } else if (outcome instanceof PostOutcome.Failed failed) {
      return failed.detail();
    }
    return "it must not be asked just now";
  }

  private void complain(int feeds, String why) {
    String of = feeds == 1 ? "one feed" : feeds + " feeds";
    String line = "hub '" + hub + "' was not told that " + of + " changed: " + why;
    log.accept(SafeText.escaped(OneLine.of(line)));
  }
}
