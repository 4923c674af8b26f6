package stet.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import stet.cli.Settings.Key;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOptions.Politeness;
import stet.watch.WatchOptions;

/** What a collection's settings say about fetching. */
final class FetchSettings {
  private FetchSettings() {}

  static FetchOptions fetching(Settings settings) {
    Politeness standard = Politeness.STANDARD;
    Politeness politeness =
        new Politeness(
            Duration.ofSeconds(Long.parseLong(settings.get(Key.FETCH_MIN_DELAY))),
            standard.maxCrawlDelay(),
            Integer.parseInt(settings.get(Key.FETCH_DAILY_BUDGET)),
            standard.firstBackOff(),
            standard.maxBackOff(),
            standard.maxRetryAfter(),
            standard.longestPause());
    return FetchOptions.STANDARD
        .withContact(settings.get(Key.FETCH_CONTACT))
        .withPoliteness(politeness)
        .withAllowedPrivateHosts(hosts(settings.get(Key.FETCH_PRIVATE_HOSTS)));
  }

  private static Set<String> hosts(String list) {
    return Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toSet());
  }

  static WatchOptions watching(Settings settings) {
    return WatchOptions.STANDARD
        .withWorkers(Integer.parseInt(settings.get(Key.WATCH_WORKERS)))
        .withKeenness(Double.parseDouble(settings.get(Key.WATCH_KEENNESS)));
  }
}
