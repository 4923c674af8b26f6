package stet.diff.hunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.article.Image;
import stet.article.StatedDate;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.FieldChange.Field;

/** Compares everything that is not running text. */
final class FieldDiffer {
  private final ArticleVersion before;
  private final ArticleVersion after;
  private final List<FieldChange> out = new ArrayList<>();

  private FieldDiffer(ArticleVersion before, ArticleVersion after) {
    this.before = before;
    this.after = after;
  }

  /** The changed fields, in the order of {@link Field}. */
  static List<FieldChange> changes(ArticleVersion before, ArticleVersion after) {
    FieldDiffer differ = new FieldDiffer(before, after);
    differ.run();
    return differ.out;
  }

  private void run() {
    prose(Field.HEADLINE, before.headline(), after.headline());
    prose(Field.DEK, before.dek(), after.dek());
    prose(Field.BYLINE, before.byline().text(), after.byline().text());
    prose(Field.SECTION, before.section(), after.section());
    date(Field.PUBLISHED, StatedDate.Role.PUBLISHED);
    date(Field.UPDATED, StatedDate.Role.UPDATED);
    date(Field.REVIEWED, StatedDate.Role.REVIEWED);
    prose(Field.DATELINE, before.dateline(), after.dateline());
    list(Field.CAPTION, captions(before), captions(after));
    images();
    list(Field.NOTICE, notices(before), notices(after));
  }

  private void prose(Field field, String old, String fresh) {
    if (!old.equals(fresh)) {
      List<Delta> deltas = Told.deltas(old, fresh).parts();
      if (deltas.stream().anyMatch(Delta::isChange)) {
        out.add(new FieldChange(field, old, fresh, deltas));
      }
    }
  }

  private void date(Field field, StatedDate.Role role) {
    Optional<StatedDate> old = before.date(role);
    Optional<StatedDate> fresh = after.date(role);
    boolean same =
        old.isPresent() == fresh.isPresent()
            && (old.isEmpty() || !StatedDate.moved(old.get(), fresh.get()));
    if (!same) {
      out.add(
          new FieldChange(
              field,
              old.map(StatedDate::iso).orElse(""),
              fresh.map(StatedDate::iso).orElse(""),
              swap(
                  old.map(StatedDate::printed).orElse(""),
                  fresh.map(StatedDate::printed).orElse(""))));
    }
  }

  private void list(Field field, List<String> old, List<String> fresh) {
    for (ListDiffer.Pair pair : ListDiffer.changes(old, fresh)) {
      if (pair.before().isEmpty() || pair.after().isEmpty()) {
        out.add(
            new FieldChange(field, pair.before(), pair.after(), swap(pair.before(), pair.after())));
      } else {
        prose(field, pair.before(), pair.after());
      }
    }
  }

  /** Pictures by address; where the address stayed, by their alternative text. */
  private void images() {
    List<String> old = before.images().stream().map(Image::url).toList();
    List<String> fresh = after.images().stream().map(Image::url).toList();
    for (ListDiffer.Pair pair : ListDiffer.changes(old, fresh)) {
      out.add(
          new FieldChange(
              Field.IMAGE, pair.before(), pair.after(), swap(pair.before(), pair.after())));
    }
    if (old.equals(fresh)) {
      for (int k = 0; k < old.size(); k++) {
        prose(Field.IMAGE, before.images().get(k).alt(), after.images().get(k).alt());
      }
    }
  }

  private static List<String> captions(ArticleVersion version) {
    return version.captions().stream()
        .map(c -> c.credit().isEmpty() ? c.text() : (c.text() + " (" + c.credit() + ")").strip())
        .filter(c -> !c.isEmpty())
        .toList();
  }

  private static List<String> notices(ArticleVersion version) {
    return version.notices().stream().map(n -> n.text()).filter(t -> !t.isEmpty()).toList();
  }

  private static List<Delta> swap(String old, String fresh) {
    List<Delta> deltas = new ArrayList<>();
    if (!old.isEmpty()) {
      deltas.add(Delta.deleted(old));
    }
    if (!fresh.isEmpty()) {
      deltas.add(Delta.inserted(fresh));
    }
    return List.copyOf(deltas);
  }
}
