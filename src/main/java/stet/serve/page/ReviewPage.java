package stet.serve.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.app.review.Notes;
import stet.app.review.ReviewQueue;
import stet.app.review.ReviewQueue.State;
import stet.capture.EnumId;
import stet.notes.Annotations;
import stet.notes.Quote;
import stet.notes.Sheet;
import stet.notes.Subject;
import stet.notify.match.SameEdit;
import stet.report.page.TellingView;
import stet.report.page.live.FilterForm.Choice;
import stet.report.page.live.ReviewView;
import stet.report.page.live.ReviewView.Item;
import stet.report.view.EditViews;
import stet.report.view.NoteViews;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.Edits;

/** Edits one after the other, each to be given a verdict. */
public final class ReviewPage {
  static final String FILE = "review";

  private static final int EDITS = 20;
  private static final int ROWS = 1_000;
  private static final int MOST_ALIKE = 500;

  private final Site site;
  private final NoteDesk desk;

  public ReviewPage(Site site, NoteDesk desk) {
    this.site = site;
    this.desk = desk;
  }

  /** The page. */
  public Answer answer(Asked asked) throws IOException {
    EditQuery query = query(asked);
    return site.page(asked, collection -> page(collection, asked, query));
  }

  private EditQuery query(Asked asked) {
    return new EditQuery(asked, site.options().zone(), FILE);
  }

  /** Which edits are asked for. */
  public static State state(Asked asked) {
    try {
      String state = asked.query("state");
      return state.isEmpty() ? State.OPEN : EnumId.read(State.class, state);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "'state' is none that there is.");
    }
  }

  private byte[] page(Collection collection, Asked asked, EditQuery query) {
    ReviewQueue queue = queue(collection);
    Edits.Page<Edits.Edit> page =
        queue.page(query.filter(), state(asked), asked.query("said"), query.before(), EDITS);
    return Site.render(
        "review",
        new ReviewView(
            site.frame(asked, "Review", "", query.same("review.json")),
            query.form(collection.timelines().outlets()),
            states(asked),
            items(queue, page.edits(), asked.root()),
            page.next() == null ? "" : query.before(FILE, page.next()),
            nothing(page),
            query.same("review.csv"),
            query.same(FILE),
            desk.of(asked)));
  }

  private ReviewQueue queue(Collection collection) {
    return new ReviewQueue(collection, site.notes().of(collection));
  }

  private static String nothing(Edits.Page<Edits.Edit> page) {
    if (!page.edits().isEmpty()) {
      return "";
    }
    return page.next() == null
        ? "There is no such edit."
        : "None among those looked at; there may be older ones.";
  }

  private List<Choice> states(Asked asked) {
    List<Choice> choices = new ArrayList<>();
    for (State state : State.values()) {
      Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
      query.remove("before");
      query.put("state", List.of(EnumId.of(state)));
      choices.add(new Choice(EditQuery.address(FILE, query), name(state), state == state(asked)));
    }
    return choices;
  }

  private static String name(State state) {
    return switch (state) {
      case OPEN -> "Not reviewed";
      case JUDGED -> "With a verdict";
      case IMPORTANT -> "Important";
      case ANNOTATED -> "With a note or verdict";
      case ALL -> "All";
    };
  }

  private List<Item> items(ReviewQueue queue, List<Edits.Edit> edits, String root) {
    Map<String, List<Edits.Edit>> alike = new LinkedHashMap<>();
    for (Edits.Edit edit : edits) {
      String said = queue.on(edit).isEmpty() ? "" : edit.place().toString();
      String day = site.times().day(edit.place().at());
      alike
          .computeIfAbsent(day + SameEdit.signature(edit) + said, s -> new ArrayList<>())
          .add(edit);
    }
    EditViews views = new EditViews(site.times());
    return alike.values().stream().map(a -> item(queue, a, views, root)).toList();
  }

  private Item item(ReviewQueue queue, List<Edits.Edit> alike, EditViews views, String root) {
    List<TellingView> all =
        alike.stream().map(e -> views.of(e.timeline(), e.revised(), root)).toList();
    return new Item(
        all.get(0),
        EditViews.counts(alike.get(0).revised()),
        all.subList(1, all.size()),
        alike.stream().map(ReviewPage::name).toList(),
        NoteViews.of(queue.on(alike.get(0)), site.times()));
  }

  /** Names an edit whatever is captured later. */
  private static String name(Edits.Edit edit) {
    return edit.timeline().article().key() + "@" + edit.revised().at();
  }

  /** The same edits, and more of them, as a table with what is said of each. */
  public Answer sheet(Asked asked) throws IOException {
    EditQuery query = query(asked);
    return site.answer(
            asked,
            "",
            collection -> {
              ReviewQueue queue = queue(collection);
              List<Edits.Edit> edits = new ArrayList<>();
              Edits.Page<Edits.Edit> page = null;
              do {
                page =
                    queue.page(
                        query.filter(),
                        state(asked),
                        asked.query("said"),
                        page == null ? query.before() : page.next(),
                        ROWS - edits.size());
                edits.addAll(page.edits());
              } while (page.next() != null && edits.size() < ROWS);
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              Sheet.write(queue.rows(edits), out);
              return Answer.of(200, "text/csv; charset=utf-8; header=present", out.toByteArray());
            })
        .with("Content-Disposition", "attachment; filename=\"stet-review.csv\"");
  }

  /** A verdict, a note or a mark on edits that were chosen. */
  public Answer judge(Asked asked) throws IOException {
    List<String> names = asked.queries("edit");
    if (names.isEmpty() || names.size() > MOST_ALIKE) {
      throw new HttpProblem(400, "No edit is named.");
    }
    List<Subject> subjects =
        site.collection().ask(c -> names.stream().map(name -> subject(c, name)).toList());
    Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
    List.of("token", "edit", "verdict", "important", "note", "author").forEach(query::remove);
    return desk.said(asked, subjects, Answer.redirect(303, EditQuery.address(FILE, query)));
  }

  private static Subject subject(Collection collection, String name) {
    String[] parts = name.split("@", 2);
    try {
      Timeline timeline = collection.timelines().of(Site.article(collection, parts[0]).id());
      int version = Annotations.version(timeline, Instant.parse(parts.length > 1 ? parts[1] : ""));
      return Notes.subject(timeline, version, Quote.NONE);
    } catch (DateTimeException e) {
      throw new HttpProblem(400, "That names no edit.");
    }
  }
}
