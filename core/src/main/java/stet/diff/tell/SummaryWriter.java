package stet.diff.tell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stet.article.Block;
import stet.diff.Edit;
import stet.diff.FieldChange;
import stet.diff.FieldChange.Field;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.PlainDate;
import stet.diff.judge.Facts;
import stet.diff.judge.Judged;
import stet.diff.judge.LabelRules;
import stet.diff.judge.LivePosts;
import stet.diff.judge.Phrases;
import stet.diff.rank.EditPoints;
import stet.diff.rank.Weights;

/** Writes a {@link Summary}: fields above the text, telling words, paragraphs, what was stated. */
final class SummaryWriter {
  /** So many word changes are told; the others are counted. */
  private static final int MOST_EDITS = 3;

  /** So many notices are quoted; the others are counted. */
  private static final int MOST_NOTICES = 3;

  private final Facts facts;
  private final List<Label> labels;
  private final List<Summary.Line> lines = new ArrayList<>();

  SummaryWriter(Facts facts, List<Label> labels) {
    this.facts = facts;
    this.labels = labels;
  }

  Summary write() {
    headline();
    standfirst();
    byline();
    edits();
    posts();
    if (!facts.posts.broughtAll(facts.revision)) {
      paragraphs(Hunk.Inserted.class, Kind.PARAGRAPH_ADDED, "added");
    }
    paragraphs(Hunk.Deleted.class, Kind.PARAGRAPH_REMOVED, "removed");
    paragraphs(Hunk.Moved.class, Kind.PARAGRAPH_MOVED, "moved");
    label(Kind.CAPTION, "A caption changed.");
    labels.stream()
        .filter(l -> l.kind() == Kind.PICTURE)
        .forEach(l -> line(Kind.PICTURE, "A picture was " + l.detail() + ".", -1));
    notices();
    labels.stream()
        .filter(l -> l.kind() == Kind.REVERT)
        .forEach(l -> line(Kind.REVERT, "It is the " + l.detail() + " again.", -1));
    label(Kind.TYPOGRAPHY, "Punctuation or capitals changed.");
    label(Kind.CLOCK, "A time that the page keeps by itself moved on.");
    date(Field.PUBLISHED, "Published");
    updated();
    if (facts.posts.course() && facts.posts.reordered()) {
      line(Kind.COSMETIC, "The posts stand in another order.", -1);
    }
    if (lines.isEmpty()) {
      line(Kind.COSMETIC, "Nothing that a reader reads changed.", -1);
    }
    return new Summary(lines);
  }

  private void line(Kind kind, String text, int hunk) {
    lines.add(new Summary.Line(kind, text, hunk));
  }

  private void label(Kind kind, String text) {
    if (labels.stream().anyMatch(l -> l.kind() == kind)) {
      line(kind, text, -1);
    }
  }

  private void headline() {
    List<Judged> edits = in(Edit.Place.HEADLINE);
    if (edits.size() == 1) {
      String change = Phrases.change(edits.get(0).edit());
      line(Kind.HEADLINE, "Headline changed: " + change + ".", -1);
    } else if (!edits.isEmpty()) {
      facts
          .change(Field.HEADLINE)
          .ifPresent(
              c ->
                  line(
                      Kind.HEADLINE,
                      Phrases.stopped("Headline changed; it was " + Phrases.quote(c.before())),
                      -1));
    }
  }

  private List<Judged> in(Edit.Place place) {
    return facts.edits.stream()
        .filter(j -> j.edit().place() == place && j.isSubstantive())
        .toList();
  }

  private void standfirst() {
    List<Judged> edits = in(Edit.Place.DEK);
    Optional<FieldChange> change = facts.change(Field.DEK);
    if (change.isEmpty()) {
      return;
    }
    FieldChange c = change.get();
    if (c.before().isEmpty() || c.after().isEmpty() || edits.isEmpty()) {
      line(Kind.DEK, "The standfirst" + cameOrWent(c) + ".", -1);
    } else if (edits.size() == 1) {
      line(Kind.DEK, "Standfirst changed: " + Phrases.change(edits.get(0).edit()) + ".", -1);
    } else {
      line(
          Kind.DEK, Phrases.stopped("Standfirst changed; it was " + Phrases.quote(c.before())), -1);
    }
  }

  private void byline() {
    facts
        .change(Field.BYLINE)
        .ifPresent(
            c -> {
              boolean both = !c.before().isEmpty() && !c.after().isEmpty();
              String words = both ? c.before() : c.before() + c.after();
              String text = "The byline" + cameOrWent(c) + (both ? "; it was " : ": ");
              line(Kind.BYLINE, Phrases.stopped(text + Phrases.quote(words)), -1);
            });
  }

  private static String cameOrWent(FieldChange change) {
    if (change.before().isEmpty()) {
      return " was added";
    }
    return change.after().isEmpty() ? " was removed" : " changed";
  }

  /** The most telling word changes of the text, in reading order. */
  private void edits() {
    List<Judged> local =
        facts.edits.stream()
            .filter(j -> j.edit().hunk() >= 0 && j.isSubstantive() && !isBlock(j.edit()))
            .toList();
    EditPoints points = new EditPoints(facts, Weights.STANDARD);
    List<Judged> told =
        local.stream()
            .sorted(Comparator.comparingInt((Judged j) -> -points.of(j)))
            .limit(MOST_EDITS)
            .sorted(Comparator.comparingInt(local::indexOf))
            .toList();
    for (Judged j : told) {
      String where = " in paragraph " + j.edit().paragraph() + ".";
      Kind kind = j.kinds().stream().findFirst().orElse(Kind.WORDING);
      line(kind, Phrases.change(j.edit()) + where, j.edit().hunk());
    }
    int more = local.size() - told.size();
    if (more > 0) {
      String text = Phrases.count(more, "other change", "other changes") + " of words.";
      line(Kind.WORDING, Phrases.sentence(text), -1);
    }
  }

  private void posts() {
    for (Label label : labels) {
      if (label.kind() == Kind.LIVE_POST) {
        cameAndPaged(label);
      } else if (label.kind() == Kind.POST_EDITED) {
        line(
            Kind.POST_EDITED,
            Phrases.sentence("edited after it was made: " + label.detail() + "."),
            -1);
      }
    }
  }

  private void cameAndPaged(Label label) {
    LivePosts posts = facts.posts;
    String came =
        posts.fresh().isEmpty()
            ? posts.older().isEmpty() ? label.detail() : ""
            : Phrases.count(posts.fresh().size(), "post", "posts");
    if (!came.isEmpty()) {
      line(Kind.LIVE_POST, Phrases.sentence(came + " added."), -1);
    }
    if (!posts.older().isEmpty()) {
      line(Kind.LIVE_POST, Phrases.sentence(posts.olderInWords() + "."), -1);
    }
  }

  /** Whether a whole block came or went, which is told as a paragraph. */
  private boolean isBlock(Edit edit) {
    Hunk hunk = facts.revision.hunks().get(edit.hunk());
    return hunk instanceof Hunk.Inserted || hunk instanceof Hunk.Deleted;
  }

  private void paragraphs(Class<? extends Hunk> type, Kind kind, String verb) {
    if (labels.stream().noneMatch(l -> l.kind() == kind)) {
      return;
    }
    List<? extends Hunk> told = facts.hunks(type).filter(LabelRules::hasWords).toList();
    String text = count(told) + " " + verb + place(type) + first(told);
    line(kind, Phrases.sentence(text), facts.revision.hunks().indexOf(told.get(0)));
  }

  /** {@code two list items}; blocks of several kinds are paragraphs. */
  private String count(List<? extends Hunk> hunks) {
    List<Block> blocks = hunks.stream().map(h -> block(h)).toList();
    if (blocks.stream().allMatch(Block.ListItem.class::isInstance)) {
      return Phrases.count(blocks.size(), "list item", "list items");
    }
    if (blocks.stream().allMatch(Block.Subhead.class::isInstance)) {
      return Phrases.count(blocks.size(), "subhead", "subheads");
    }
    if (blocks.stream().allMatch(Block.TableRow.class::isInstance)) {
      return Phrases.count(blocks.size(), "table row", "table rows");
    }
    return Phrases.count(blocks.size(), "paragraph", "paragraphs");
  }

  /** How a block begins that came, went or moved alone. */
  private String first(List<? extends Hunk> hunks) {
    return hunks.size() == 1 ? ": " + Phrases.quote(block(hunks.get(0)).text()) : "";
  }

  private Block block(Hunk hunk) {
    return hunk.after().isEmpty()
        ? facts.before.body().get(hunk.before().get(0))
        : facts.after.body().get(hunk.after().get(0));
  }

  private String place(Class<? extends Hunk> type) {
    int size = facts.after.body().size();
    List<Integer> blocks = facts.hunks(type).flatMap(h -> h.after().stream()).sorted().toList();
    if (blocks.isEmpty()) {
      return "";
    }
    boolean run = blocks.get(blocks.size() - 1) - blocks.get(0) == blocks.size() - 1;
    if (run && blocks.get(blocks.size() - 1) == size - 1) {
      return " at the end";
    }
    return run && blocks.get(0) == 0 ? " at the start" : "";
  }

  private void notices() {
    List<FieldChange> changes = facts.changes(Field.NOTICE).distinct().toList();
    for (FieldChange c : changes.subList(0, Math.min(MOST_NOTICES, changes.size()))) {
      if (c.after().isEmpty()) {
        line(
            Kind.UN_NOTICED, Phrases.stopped("A notice is gone: " + Phrases.quote(c.before())), -1);
      } else {
        String what = c.before().isEmpty() ? "A notice was added: " : "A notice now says: ";
        line(Kind.NOTICED, Phrases.stopped(what + Phrases.quote(c.after())), -1);
      }
    }
    int more = changes.size() - MOST_NOTICES;
    if (more > 0) {
      String text = Phrases.count(more, "other notice", "other notices");
      line(Kind.NOTICED, Phrases.sentence(text + " came, went or changed."), -1);
    }
  }

  private void date(Field field, String name) {
    for (FieldChange c : facts.changes(field).toList()) {
      String text =
          c.before().isEmpty()
              ? "%s ‘%s’ time appeared: %s.".formatted(article(name), name, PlainDate.of(c.after()))
              : c.after().isEmpty()
                  ? "The ‘%s’ time %s is gone.".formatted(name, PlainDate.of(c.before()))
                  : "The ‘%s’ time moved %s.".formatted(name, PlainDate.way(c.before(), c.after()));
      line(name.equals("Published") ? Kind.BACKDATED : Kind.STAMPED, text, -1);
    }
  }

  private static String article(String name) {
    return "AEIOU".indexOf(name.charAt(0)) < 0 ? "A" : "An";
  }

  private void updated() {
    date(Field.UPDATED, "Updated");
    for (Label label : labels) {
      String text = undisclosed(label);
      if (!text.isEmpty()) {
        line(label.kind(), text, -1);
      }
    }
  }

  private String stood() {
    return facts.after.updated().isPresent()
        ? "The ‘Updated’ time did not move."
        : "The update time in the page’s data, that of the publication, did not move.";
  }

  /** What is stated about an edit of which nothing is said; empty for other labels. */
  private String undisclosed(Label label) {
    boolean moved = facts.changes(Field.UPDATED).findAny().isPresent();
    return switch (label.kind()) {
      case SILENT -> moved ? "" : stood();
      case NO_UPDATE_TIME -> "No update time is stated.";
      case CANNOT_TELL -> Phrases.sentence("whether it was said can't be told: " + label.detail());
      default -> "";
    };
  }
}
