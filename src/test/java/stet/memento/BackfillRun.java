package stet.memento;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import stet.capture.Capture;
import stet.fetch.FetchOptions;
import stet.fetch.Fetcher;
import stet.ingest.Found;

/**
 * One backfill from an archive on this machine, without the usual pauses.
 *
 * @param here addresses and times of captures that are known
 * @param captures gets those that were fetched
 */
record BackfillRun(LoopbackArchive archive, Set<String> here, List<Capture> captures) {
  private static final Backfill.Steps QUIET =
      new Backfill.Steps() {
        @Override
        public void asking(String url) {}

        @Override
        public void step(String url, int done, int of) {}
      };

  Backfill.Outcome run(Map<String, String> fields, String url, String since) throws IOException {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("private", "yes");
    all.replaceAll((k, v) -> v.startsWith("/") ? archive.base() + v : v);
    ArchiveSite site = ArchiveSite.of("test", all);
    FetchOptions.Politeness quick =
        new FetchOptions.Politeness(
            Duration.ZERO,
            Duration.ZERO,
            100_000,
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(50),
            Duration.ofSeconds(1));
    FetchOptions options =
        FetchOptions.STANDARD.withPoliteness(quick).withAllowedPrivateHosts(site.privateHosts());
    try (Fetcher fetcher = new Fetcher(options, Clock.systemUTC())) {
      Getter getter =
          new Getter(fetcher, Clock.systemUTC(), Getter.Waiting.SILENT, Duration.ofMinutes(1));
      return new Backfill(
              site,
              getter,
              (uri, at) -> here.contains(uri + " " + at),
              found -> captures.add(((Found.Page) found).capture()),
              QUIET)
          .run(url, since == null ? null : Instant.parse(since), null);
    }
  }
}
