package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import stet.report.site.Ledger;
import stet.report.site.PageFiles;
import stet.report.site.Site;
import stet.timeline.Timeline;

/** A site in a folder that is brought up to date, and what it would be if it were written anew. */
abstract class UpdatedSite {
  @TempDir Path dir;
  @TempDir Path whole;
  final Newsroom newsroom = new Newsroom();

  /** Files of whole sites by what they show: many tests end with the same ones. */
  private static final Map<List<Timeline>, Map<String, String>> WHOLE = new HashMap<>();

  /** The site of all stories, which most tests begin with; those of one class share it. */
  @TempDir static Path begun;

  private static boolean isBegun;

  @BeforeAll
  static void notBegun() {
    isBegun = false;
  }

  /**
   * The same as a first {@link #update(List)} with all stories. Files and folders keep their times,
   * by which an update knows that nobody touched them.
   */
  void begin() throws IOException {
    newsroom.set(Stories.all());
    if (!isBegun) {
      new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, begun, false);
      isBegun = true;
    }
    try (Stream<Path> all = Files.walk(begun)) {
      // What lies in a folder comes before it: a file put into it would change its time again.
      List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
      for (Path from : files) {
        Path to = dir.resolve(begun.relativize(from).toString());
        Files.createDirectories(to.getParent());
        if (Files.isRegularFile(from)) {
          Files.copy(from, to);
        }
        // Copying attributes would cut the nanoseconds off.
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
      }
    }
  }

  /** Updates the site and returns which timelines were read for it. */
  List<String> update(List<Timeline> timelines, ReportOptions options, boolean anew)
      throws IOException {
    newsroom.set(timelines);
    newsroom.read.clear();
    Written written = new Site(Story.DIFFER, options).update(newsroom, dir, anew);
    assertThat(written.rendered()).isEqualTo(newsroom.read.size());
    assertThat(written.articles()).isEqualTo(timelines.size());
    return List.copyOf(newsroom.read);
  }

  List<String> update(List<Timeline> timelines) throws IOException {
    return update(timelines, Stories.OPTIONS, false);
  }

  void assertSameAsWhole(List<Timeline> timelines) throws IOException {
    Map<String, String> fresh = WHOLE.get(timelines);
    if (fresh == null) {
      new Site(Story.DIFFER, Stories.OPTIONS).write(timelines.iterator(), whole);
      fresh = files(whole);
      fresh.remove(PageFiles.LIST);
      WHOLE.put(List.copyOf(timelines), fresh);
    }
    Map<String, String> updated = files(dir);
    updated.remove(Ledger.FILE);
    updated.remove(PageFiles.LIST);
    assertThat(updated).isEqualTo(fresh);
  }

  static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  static List<Timeline> with(Timeline changed) {
    List<Timeline> all = new ArrayList<>(Stories.all());
    all.replaceAll(t -> t.article().equals(changed.article()) ? changed : t);
    return all;
  }
}
