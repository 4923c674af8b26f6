package stet.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.archive.RecordScan;
import stet.archive.StoredRecord;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.article.ArticleDigest;
import stet.capture.Capture;
import stet.text.time.IsoTime;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

/** Compares what workers said and archived with what the indexer made of it. */
final class Kept {
  private static final Pattern CHECK =
      Pattern.compile("at=(\\S+) kind=page outcome=(\\S+) .* uri=(\\S+).*");

  int acknowledged;
  int archived;
  int inTimelines;
  int articles;
  int versions;

  /** Acknowledged checks, and captures in a worker's archive, that the indexer does not have. */
  int lost;

  /** Captures that are in the indexer's archive or timelines twice, and versions that are none. */
  int doubled;

  void compare(List<Path> workers, List<Path> logs, Path indexer) throws IOException {
    Map<String, Integer> own = captures(indexer);
    Set<String> seconds = new HashSet<>();
    own.forEach(
        (key, times) -> {
          doubled += times - 1;
          String[] parts = key.split(" ");
          seconds.add(parts[0] + " " + parts[1]);
        });
    for (Path worker : workers) {
      for (String key : captures(worker).keySet()) {
        archived++;
        lost += own.containsKey(key) ? 0 : 1;
      }
    }
    for (Path log : logs) {
      for (String line : Files.readAllLines(log)) {
        Matcher m = CHECK.matcher(line);
        if (m.matches()) {
          acknowledged++;
          lost += seconds.contains(m.group(3) + " " + m.group(1)) ? 0 : 1;
        }
      }
    }
    timelines(indexer, own.size());
  }

  private void timelines(Path indexer, int captures) {
    try (Collection collection = Collection.open(indexer)) {
      var all = collection.timelines().all();
      while (all.hasNext()) {
        Timeline timeline = all.next();
        articles++;
        inTimelines += timeline.captures();
        String last = "";
        for (SeenVersion version : timeline.versions()) {
          versions++;
          String digest = ArticleDigest.compared(version.state());
          doubled += digest.equals(last) ? 1 : 0;
          last = digest;
        }
      }
    }
    lost += Math.max(0, captures - inTimelines);
    doubled += Math.max(0, inTimelines - captures);
  }

  /** How often each capture is in an archive: by address, second, and all that tells it apart. */
  private static Map<String, Integer> captures(Path home) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    WarcArchive archive = new WarcArchive(home.resolve("snapshots"));
    for (String file : archive.files()) {
      try (RecordScan scan = archive.scan(file, 0)) {
        for (StoredRecord record = scan.next(); record != null; record = scan.next()) {
          if (record instanceof StoredCapture stored) {
            Capture c = stored.capture();
            String key =
                String.join(
                    " ",
                    c.uri(),
                    IsoTime.ofSecond(c.at()),
                    c.at().toString(),
                    String.valueOf(c.ordinal()),
                    c.payload().digest().hex());
            found.merge(key, 1, Integer::sum);
          }
        }
      }
    }
    return found;
  }
}
