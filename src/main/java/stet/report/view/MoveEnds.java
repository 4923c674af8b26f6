package stet.report.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import stet.report.page.Passage;
import stet.report.page.Run;

/**
 * The two ends of what moved lead to each other where both are on the page. Where one was left out,
 * for its length or because it stands among others, the one that is there leads nowhere.
 */
final class MoveEnds {
  private final Set<String> ids = new HashSet<>();

  private MoveEnds(List<Passage> passages) {
    for (Passage passage : passages) {
      ids.add(passage.id());
      passage.runs().forEach(r -> ids.add(r.id()));
    }
  }

  /** The passages of a page without links to places that are not on it. */
  static List<Passage> sound(List<Passage> passages) {
    MoveEnds ends = new MoveEnds(passages);
    return passages.stream().map(ends::sound).toList();
  }

  private Passage sound(Passage passage) {
    boolean lost = isLost(passage.href());
    if (!lost && passage.runs().stream().noneMatch(r -> isLost(r.href()))) {
      return passage;
    }
    return passage.with(
        passage.runs().stream().map(this::sound).toList(), lost ? "" : passage.href());
  }

  private Run sound(Run run) {
    return isLost(run.href()) ? new Run(run.kind(), run.text(), run.id(), "") : run;
  }

  private boolean isLost(String href) {
    return href.startsWith("#") && !ids.contains(href.substring(1));
  }
}
