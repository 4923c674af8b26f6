package stet.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.diff.Label;
import stet.report.page.Chip;
import stet.text.Capitals;
import stet.timeline.Entry;

/** Labels as shown. Any kind is shown alike, so that a new rule needs no change here. */
public final class Chips {
  private Chips() {}

  public static Chip of(Label label) {
    return of(label.kind(), label.detail(), 0);
  }

  public static Chip of(Label.Kind kind, String detail, int count) {
    return new Chip(
        kind.id(),
        kind.family() == Label.Family.DISCLOSURE,
        Capitals.first(name(kind)),
        kind.sentence(),
        detail,
        count);
  }

  /** A label's name in running text. */
  public static String name(Label.Kind kind) {
    return switch (kind) {
      case CANNOT_TELL -> "can’t be told";
      case PUBLISHED_MOVED -> "published time moved";
      case PERHAPS_CUT -> "perhaps cut off";
      case TEMPLATE_DRIFT -> "held as template";
      case WITHHELD -> "across a withheld text";
      case READ_OTHERWISE -> "read in another way";
      default -> kind.id().replace('-', ' ').replaceFirst("^un ", "un-");
    };
  }

  /** {@code silent edit}; for an edit of which less can be said, what that is. */
  public static String edit(Entry.Revised revised) {
    return kind(revised).map(Chips::edit).orElse("edit");
  }

  public static String edit(Label.Kind kind) {
    return switch (kind) {
      case NO_UPDATE_TIME -> "edit without a stated update time";
      case CANNOT_TELL -> "edit of which it can’t be told whether it was said";
      case PUBLISHED_MOVED -> "edit with a moved published time";
      case PERHAPS_CUT -> "shortening, perhaps by a wall";
      case POSTED -> "posts added";
      case TEMPLATE_DRIFT -> "edit held as a new template";
      case WITHHELD -> "edit across a withheld text";
      case READ_OTHERWISE -> "change in how the page is read";
      default -> name(kind) + " edit";
    };
  }

  /** The name of the label that says whether the publisher said so. */
  public static String said(Entry.Revised revised) {
    return kind(revised).map(Chips::name).orElse("unlabelled");
  }

  public static List<Chip> of(List<Label> labels) {
    return labels.stream().map(Chips::of).toList();
  }

  /** The kinds of a family, in the order of their rules. */
  public static List<Chip> family(Label.Family family) {
    return family.kinds().stream().map(kind -> of(kind, "", 0)).toList();
  }

  /** How many revisions carry each label of family disclosure, those with none left out. */
  public static List<Chip> counted(Map<Label.Kind, Integer> counts) {
    List<Chip> chips = new ArrayList<>();
    for (Label.Kind kind : Label.Kind.values()) {
      int count = counts.getOrDefault(kind, 0);
      if (count > 0 && kind.family() == Label.Family.DISCLOSURE) {
        chips.add(of(kind, "", count));
      }
    }
    return chips;
  }

  /** The id of the label that says whether the publisher said so: it gives a mark its shape. */
  public static String disclosure(Entry.Revised revised) {
    return kind(revised).map(Label.Kind::id).orElse("unlabelled");
  }

  /** The label that says whether the publisher said so. */
  public static Chip disclosed(Entry.Revised revised) {
    return kind(revised)
        .map(kind -> of(kind, "", 0))
        .orElse(new Chip("unlabelled", true, "Unlabelled", "", "", 0));
  }

  private static Optional<Label.Kind> kind(Entry.Revised revised) {
    return revised.labels().stream()
        .map(Label::kind)
        .filter(k -> k.family() == Label.Family.DISCLOSURE)
        .findFirst();
  }
}
