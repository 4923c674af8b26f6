package stet.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.article.Notice;

/** Takes what is not running text out of the story's place. */
final class BodyTidy {
  private BodyTidy() {}

  static List<Passage> tidy(List<Passage> story, Headlines.Found headline, StatedBody stated) {
    String title = Texts.letters(headline.text());
    List<Passage> kept = new ArrayList<>();
    for (Passage passage : story) {
      boolean repeats = Texts.letters(passage.text()).equals(title);
      boolean links = passage.linkShare() > 0.7 && passage.text().length() < 300;
      boolean caption = passage.kind() == Passage.Kind.CAPTION;
      if (!repeats && !links && !caption && !insert(story, passage, stated)) {
        kept.add(passage);
      }
    }
    while (!kept.isEmpty() && kept.get(kept.size() - 1).kind() == Passage.Kind.HEADING) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }

  /** Prose amid the stated text that the statement does not hold: a box set into the story. */
  private static boolean insert(List<Passage> story, Passage passage, StatedBody stated) {
    if (!stated.complete() || stated.holds(passage) || !passage.prose()) {
      return false;
    }
    boolean before = false;
    boolean after = false;
    for (Passage other : story) {
      boolean held = stated.holds(other);
      before |= held && other.order() < passage.order();
      after |= held && other.order() > passage.order();
    }
    return before && after;
  }

  /** Takes the notices out of the story into the list; the rest comes back. */
  static List<Passage> notices(List<Passage> story, DateContext context, List<Notice> found) {
    List<Passage> kept = new ArrayList<>();
    for (Passage passage : story) {
      Optional<Notice> notice =
          passage.kind() == Passage.Kind.HEADING
              ? Optional.empty()
              : Notices.of(passage.text(), context);
      notice.ifPresentOrElse(found::add, () -> kept.add(passage));
    }
    return kept;
  }
}
