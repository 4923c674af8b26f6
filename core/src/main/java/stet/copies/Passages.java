package stet.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.diff.word.SearchWords;
import stet.timeline.Window;

/** Which versions of the members of a story have a passage, and until when it was seen there. */
public final class Passages {
  private final List<Shown> versions;

  /** The words of each version, cut when first asked for. */
  private final List<@Nullable SearchWords> words;

  /**
   * The versions of one article.
   *
   * @param versions in the order of time
   */
  public Passages(List<Shown> versions) {
    this.versions = List.copyOf(versions);
    words = new ArrayList<>(Collections.nCopies(versions.size(), null));
  }

  /**
   * A version of an article.
   *
   * @param from when it was first seen, UTC
   * @param until when it was last seen, UTC
   */
  public record Shown(int version, Instant from, Instant until, List<String> paragraphs) {
    public Shown {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * A stretch of versions of one article that have the passage.
   *
   * @param firstVersion number of the first of them
   * @param lastVersion number of the last of them
   * @param came between which checks it came, null where the first version seen has it
   * @param seenUntil the last check that still showed it, UTC
   * @param went between which checks it went, null where the last version seen has it: nothing is
   *     known of later
   */
  public record Held(
      int firstVersion,
      int lastVersion,
      @Nullable Window came,
      Instant seenUntil,
      @Nullable Window went) {}

  /**
   * When an article had a passage: its words in a row, whatever the case and punctuation, and
   * wherever paragraphs end.
   *
   * @return in the order of time; several where the passage went and came back
   */
  public List<Held> held(String passage) {
    List<String> sought = SearchWords.of(passage).words();
    List<Held> all = new ArrayList<>();
    for (int i = 0; i < versions.size() && !sought.isEmpty(); i++) {
      if (!has(i, sought)) {
        continue;
      }
      int end = i;
      while (end + 1 < versions.size() && has(end + 1, sought)) {
        end++;
      }
      all.add(
          new Held(
              versions.get(i).version(),
              versions.get(end).version(),
              i == 0 ? null : between(i),
              versions.get(end).until(),
              end + 1 == versions.size() ? null : between(end + 1)));
      i = end;
    }
    return all;
  }

  private Window between(int later) {
    return new Window(versions.get(later - 1).until(), versions.get(later).from());
  }

  private boolean has(int version, List<String> sought) {
    SearchWords cut = words.get(version);
    if (cut == null) {
      cut = SearchWords.of(String.join("\n", versions.get(version).paragraphs()));
      words.set(version, cut);
    }
    return cut.find(sought, false) >= 0;
  }
}
