package stet.report.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.Notice;
import stet.report.page.NoticesView;
import stet.report.page.Passage;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.text.Capitals;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * The notices of a version: those that the version before did not have, and the others, which a
 * reader asks for.
 *
 * @param shown above the text
 * @param standing folded
 * @param name what is folded; empty for nothing
 * @param href the page that has what is folded where it is long; empty where it is short
 */
public record Notices(List<Passage> shown, List<Passage> standing, String name, String href) {
  /** So many are shown where none can be told from the others. */
  private static final int FIRST = 3;

  /** Characters of old notices that each version's page repeats. */
  private static final int ROOM = 600;

  /**
   * @param before the version before; null of the first one
   */
  static Notices of(ArticleVersion version, @Nullable ArticleVersion before) {
    Set<String> known = new HashSet<>();
    if (before != null) {
      before.notices().forEach(n -> known.add(n.text()));
    }
    List<Passage> shown = new ArrayList<>();
    List<Passage> standing = new ArrayList<>();
    for (Notice notice : version.notices()) {
      boolean fold = before == null ? shown.size() >= FIRST : known.contains(notice.text());
      (fold ? standing : shown).add(passage(notice, version));
    }
    int folded = standing.size();
    String what = Numbers.wordsOf(folded, "notice", "notices");
    String name =
        before == null
            ? Numbers.wordsOf(folded, "more notice", "more notices")
            : what + " that stood there before";
    int length = standing.stream().mapToInt(Notices::length).sum();
    return new Notices(
        shown,
        standing,
        folded == 0 ? "" : Capitals.first(name),
        length > ROOM ? Addresses.NOTICES : "");
  }

  private static int length(Passage passage) {
    return passage.runs().stream().mapToInt(r -> r.text().length()).sum();
  }

  /** Whether an article has a page of its notices, because some version has many. */
  public static boolean areMany(Timeline timeline) {
    return timeline.versions().stream()
        .anyMatch(v -> v.state().notices().stream().mapToInt(n -> n.text().length()).sum() > ROOM);
  }

  /** Every notice of an article once, newest first, with the versions that have it. */
  public static List<NoticesView.Row> all(Timeline timeline) {
    Map<String, NoticesView.Row> rows = new LinkedHashMap<>();
    List<SeenVersion> versions = timeline.versions();
    for (int i = versions.size() - 1; i >= 0; i--) {
      SeenVersion version = versions.get(i);
      for (Notice notice : version.state().notices()) {
        NoticesView.Row known = rows.get(notice.text());
        int last = known == null ? version.number() : known.last();
        Passage passage = known == null ? passage(notice, version.state()) : known.notice();
        rows.put(notice.text(), new NoticesView.Row(passage, version.number(), last));
      }
    }
    return List.copyOf(rows.values());
  }

  private static Passage passage(Notice notice, ArticleVersion version) {
    String name = notice.kind().name().toLowerCase(Locale.ROOT);
    return VersionViews.line(
        Passage.Kind.NOTICE,
        Capitals.first(name.replace("editors_note", "editor’s note").replace('_', ' ')),
        notice.text(),
        version);
  }
}
