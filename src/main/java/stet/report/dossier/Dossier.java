package stet.report.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stet.report.page.dossier.DossierOptions;
import stet.report.page.dossier.DossierView;
import stet.report.page.dossier.DossierView.Figures;
import stet.report.page.dossier.DossierView.Line;
import stet.report.page.dossier.DossierView.TopEdit;
import stet.report.page.dossier.Wording;
import stet.report.view.StyleSheet;
import stet.report.view.TellingEdits;
import stet.report.words.Judgements;
import stet.report.words.Pages;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.Observed;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * Gathers what a dossier shows from one timeline after the other. Of each edit a line is in memory,
 * and of the most telling ones their words.
 */
public final class Dossier {
  private static final int LISTED = 5_000;
  private static final int OUTLETS = 8;

  private final DossierOptions options;
  private final Wording words;
  private final LocalTimes times;
  private final DossierEdits shown;
  private final PriorityQueue<Told> best =
      new PriorityQueue<>(
          Comparator.comparingInt((Told t) -> t.edit().score()).thenComparing(t -> t.edit().at()));
  private final List<At> lines = new ArrayList<>();
  private final List<Observed> observed = new ArrayList<>();
  private int articles;
  private int withheld;
  private final Set<String> reasons = new TreeSet<>();

  private record Told(Timeline timeline, Entry.Revised revised, TellingEdit edit) {}

  private record At(Instant at, Line line, List<String> cells) {}

  public Dossier(DossierOptions options) {
    this.options = options;
    this.words = Wording.in(options.language());
    this.times = new LocalTimes(words, options.zone());
    this.shown = new DossierEdits(words, times, options);
  }

  /** Takes an article in, with all that is marked on it. */
  public void add(Timeline timeline) {
    articles++;
    List<String> hidden = withheld(timeline);
    withheld += hidden.isEmpty() ? 0 : 1;
    reasons.addAll(hidden);
    Observed.of(timeline).filter(o -> options.covers(o.first())).ifPresent(observed::add);
    TellingEdits telling =
        new TellingEdits(timeline, new Judgements(timeline), new Times(options.zone()));
    for (Entry.Revised revised : timeline.revisions()) {
      if (options.covers(revised.at())) {
        lines.add(
            new At(
                revised.at(),
                shown.line(timeline, revised),
                DossierTable.cells(timeline, revised)));
        telling.of(revised).ifPresent(edit -> keep(new Told(timeline, revised, edit)));
      }
    }
  }

  /** Why and since when texts of it are shown to nobody. */
  private static List<String> withheld(Timeline timeline) {
    List<String> reasons = new ArrayList<>();
    for (Entry entry : timeline.entries()) {
      if (entry instanceof Entry.NotAnArticle not && not.withheld()) {
        reasons.add(not.detail());
      }
    }
    return reasons;
  }

  private void keep(Told told) {
    best.add(told);
    if (best.size() > options.most()) {
      best.remove();
    }
  }

  /** How many articles were taken in. */
  public int articles() {
    return articles;
  }

  /** How many edits lie in the time that is asked for. */
  public int edits() {
    return lines.size();
  }

  /** The figures of each outlet. */
  public List<GroupFigures> figures() {
    return GroupFigures.of(observed, Grouping.OUTLET);
  }

  /**
   * The document as an HTML page that needs nothing beside it, UTF-8.
   *
   * @param figures those of {@link #figures}, which take long to reckon
   * @param now when it is made, UTC
   * @throws IOException when the program's own style sheet cannot be read
   */
  public byte[] page(List<GroupFigures> figures, Instant now) throws IOException {
    byte[] css = StyleSheet.read("dossier.css");
    DossierView view =
        new DossierView(
            words,
            new String(css, StandardCharsets.UTF_8),
            StyleSheet.digest(css),
            options,
            options.outlet() ? options.name(options.subject()) : options.subject(),
            paragraphs(options.introduction()),
            period(now),
            times.stamp(now),
            times.zoneName(),
            words.of("articles", articles, lines.size()),
            outlets(figures),
            top(),
            listed(),
            Math.max(0, lines.size() - LISTED),
            withheld,
            List.copyOf(reasons));
    return Pages.render("dossier/document", view);
  }

  /** All edits of the period as a table with commas, oldest first. */
  public String table() {
    return DossierTable.of(
        lines.stream().sorted(Comparator.comparing(At::at)).map(At::cells).toList());
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R\\s*\\R"))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .toList();
  }

  private String period(Instant now) {
    Instant until = options.until() == null ? now : options.until();
    @Nullable Instant since = options.since();
    return since == null
        ? words.of("period.until", times.stamp(until))
        : words.of("period", times.stamp(since), times.stamp(until));
  }

  private List<Figures> outlets(List<GroupFigures> figures) {
    DossierFigures of = new DossierFigures(words, times, options);
    return figures.stream()
        .sorted(Comparator.comparingInt((GroupFigures f) -> -f.watching().articles()))
        .limit(OUTLETS)
        .map(of::of)
        .toList();
  }

  private List<TopEdit> top() {
    List<Told> sorted = new ArrayList<>(best);
    sorted.sort(best.comparator().reversed());
    List<TopEdit> top = new ArrayList<>();
    for (Told told : sorted) {
      top.add(shown.top(top.size() + 1, told.timeline(), told.revised(), told.edit()));
    }
    return top;
  }

  private List<Line> listed() {
    return lines.stream()
        .sorted(Comparator.comparing(At::at))
        .skip(Math.max(0, lines.size() - LISTED))
        .map(At::line)
        .toList();
  }
}
