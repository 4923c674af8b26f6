package stet.app.edits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import stet.app.CollectionHome;
import stet.capture.Digest;
import stet.cli.Main;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import stet.track.Collection;

/**
 * Real edits with how much they matter, as people judged them: {@code rank/README.md} tells how.
 */
final class JudgedEdits {
  static final Path DATA = Path.of("../shared/data/versions");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T09:00:00Z"), ZoneOffset.UTC);

  private JudgedEdits() {}

  /**
   * A line of the table.
   *
   * @param draw 1, or 2 for those drawn and judged once the weights stood
   * @param group the day or week in which edits are ranked together
   * @param set folder of the outlet
   * @param article folder in it
   * @param before file of the first capture that shows the old text
   * @param after file of the first capture that shows the new text
   * @param beforeDigest SHA-256 of the old file's content
   * @param afterDigest SHA-256 of the new file's content
   * @param first the label given first
   * @param second the label given later without a look at the first
   * @param label the one that holds: where both differed, after reading again
   */
  record Line(
      int draw,
      String group,
      String set,
      String article,
      String before,
      String after,
      String beforeDigest,
      String afterDigest,
      int first,
      int second,
      int label) {
    /** Whether weights were chosen by it: by the outlet's name alone. */
    boolean tuned() {
      return Digest.of(set.getBytes(StandardCharsets.UTF_8))
          .hex()
          .substring(0, 1)
          .matches("[02468ace]");
    }

    /** Edits that are ranked together. */
    String day() {
      return tuned() + " " + group;
    }

    private String key() {
      return beforeDigest + " " + before + " " + afterDigest + " " + after;
    }
  }

  /**
   * An edit with its label, as it is told.
   *
   * @param score how much it tells
   */
  record Edit(Line line, Entry.Revised revised, int score) {}

  private record Found(Timeline timeline, Entry.Revised revised) {}

  static List<Line> lines() throws IOException {
    try (InputStream in = JudgedEdits.class.getResourceAsStream("/rank/labels.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(l -> line(l.split("\t"))).toList();
    }
  }

  private static Line line(String[] c) {
    return new Line(
        Integer.parseInt(c[0]),
        c[1],
        c[2],
        c[3],
        c[4],
        c[5],
        c[6],
        c[7],
        Integer.parseInt(c[8]),
        Integer.parseInt(c[9]),
        Integer.parseInt(c[10]));
  }

  /**
   * The edits as a collection of their articles has them.
   *
   * @param home an empty folder
   */
  static List<Edit> imported(Path home, List<Line> lines) throws IOException {
    importInto(home, lines);
    Map<String, Found> found = new HashMap<>();
    try (Collection collection = new CollectionHome(home).open()) {
      Iterator<Timeline> all = collection.timelines().all();
      while (all.hasNext()) {
        Timeline timeline = all.next();
        for (Entry.Revised revised : timeline.revisions()) {
          found.put(key(timeline, revised), new Found(timeline, revised));
        }
      }
    }
    List<Edit> edits = new ArrayList<>();
    for (Line line : lines) {
      Found edit = found.get(line.key());
      if (edit == null) {
        throw new IOException("not found in the collection: " + line);
      }
      int score = edit.timeline().telling(edit.revised()).score();
      edits.add(new Edit(line, edit.revised(), score));
    }
    return edits;
  }

  /** Articles as they were known when the last of their judged edits was new. */
  private static void importInto(Path home, List<Line> lines) throws IOException {
    List<String> words = new ArrayList<>(List.of("import", "--home", home.toString()));
    Map<Path, String> last = new TreeMap<>();
    for (Line line : lines) {
      Path article = DATA.resolve(line.set()).resolve(line.article());
      last.merge(article, line.after(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
    for (Map.Entry<Path, String> article : last.entrySet()) {
      try (Stream<Path> files = Files.list(article.getKey())) {
        files
            .filter(f -> f.getFileName().toString().compareTo(article.getValue()) <= 0)
            .sorted()
            .forEach(f -> words.add(f.toString()));
      }
    }
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            err,
            CLOCK,
            false,
            false,
            words.toArray(String[]::new));
    if (code != 0) {
      throw new IOException(code + ": " + err.toString(StandardCharsets.UTF_8));
    }
  }

  private static String key(Timeline timeline, Entry.Revised revised) {
    return part(timeline, revised.version() - 1) + " " + part(timeline, revised.version());
  }

  private static String part(Timeline timeline, int version) {
    CaptureRef ref = timeline.versions().get(version - 1).first();
    String file = ref.source().substring(ref.source().lastIndexOf(' ') + 1);
    return ref.digest().replace("sha256:", "") + " " + file;
  }

  static boolean isThere() {
    try (Stream<Path> sets = Files.list(DATA)) {
      return sets.findAny().isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
