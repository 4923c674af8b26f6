package stet.report.site;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.diff.Label;
import stet.report.ReportOptions;
import stet.report.Written;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.MethodsView;
import stet.report.page.OutletsView;
import stet.report.view.DayViews;
import stet.report.view.FrameMaker;
import stet.report.view.Pictures;
import stet.report.view.StyleSheet;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Pages;
import stet.report.words.Times;
import stet.stats.Figures;
import stet.stats.GroupFigures;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;

/** One run of writing a site: takes the articles one by one, then writes what sums them up. */
final class SiteWriter implements AutoCloseable {
  private final Basis basis;
  private final ReportOptions options;
  private final PageFiles files;
  private final Ledger ledger;
  private final LedgerArticles articles;
  private final ShownArticles shown;
  private final LedgerFigures figures;
  private final FigurePages figurePages;
  private final Times times;
  private final FrameMaker frames;
  private final Renderer renderer;
  private final FrontPages front;
  private final ArticleLists lists;
  private final Feeds feeds;
  private final Days days;
  private final Indexes indexes;
  private final String program;
  private final @Nullable Pictures pictures;
  private final Set<String> units = new HashSet<>();
  private final Failures failures = new Failures();
  private final boolean lenient;
  private int rendered;

  /**
   * @param program stands for everything besides an article's history that its pages are made from
   * @param lenient whether pages about many articles that cannot be made are left out and named,
   *     rather than end the run
   */
  SiteWriter(
      Basis basis,
      String program,
      PageFiles files,
      Ledger ledger,
      LedgerArticles articles,
      boolean lenient) {
    this.basis = basis;
    this.options = basis.options();
    this.program = program;
    this.files = files;
    this.ledger = ledger;
    this.articles = articles;
    this.shown = new ShownArticles(ledger);
    this.lenient = lenient;
    this.figures = new LedgerFigures(ledger);
    this.figurePages = new FigurePages(figures, files);
    this.times = new Times(options.zone());
    this.frames = new FrameMaker(options);
    this.front = new FrontPages(times);
    this.lists = new ArticleLists(front, shown);
    this.feeds = new Feeds(options);
    this.days = new Days(ledger);
    this.indexes = new Indexes(ledger);
    this.pictures = options.png() ? new Pictures() : null;
    this.renderer = new Renderer(basis, times, files, pictures, articles::put, failures);
  }

  /** Writes an article's folder, or leaves it as it is where nothing has changed. */
  void add(KeptTimeline kept) throws IOException {
    String known = kept.fingerprint();
    String said = basis.annotations().fingerprint(kept.article().key());
    String inputs = known.isEmpty() ? "" : inputs(said.isEmpty() ? known : known + "\n" + said);
    PageSet made = articles.made(kept.article().key()).orElse(null);
    PageSet asMade = inputs.isEmpty() ? null : untouched(made, inputs);
    if (asMade == null) {
      Timeline timeline = read(kept);
      if (timeline != null) {
        articles.learns(kept.article().key(), kept.lessons());
        renderer.add(timeline, inputs);
        rendered++;
      }
    } else if (!asMade.equals(made)) {
      articles.keep(kept.article().key(), asMade);
    }
  }

  /** An article's timeline; null where its rows make no sense, which is noted. */
  private @Nullable Timeline read(KeptTimeline kept) {
    try {
      return kept.read();
    } catch (Update.SourceException e) {
      if (!Failures.isOfContent(e.failure())) {
        throw e;
      }
      failures.article(kept.article(), e.failure());
      files.abandon(Addresses.folder(kept.article()));
      return null;
    }
  }

  /** Keys of articles that could not be shown. */
  Set<String> failed() {
    return failures.keys();
  }

  /** Writes what was taken and is not written yet. */
  void flush() throws IOException {
    renderer.finish();
  }

  /** Takes off an article that is no more. */
  void drop(String key) throws IOException {
    files.drop(Addresses.folder(key));
    articles.drop(key);
  }

  /** How pages are sealed now that were made from the same; null where none are, or touched. */
  private @Nullable PageSet untouched(@Nullable PageSet made, String inputs) throws IOException {
    if (made == null || !made.inputs().equals(inputs)) {
      return null;
    }
    FileSetDigest seal = files.keep(made.unit().endsWith("/") ? made.unit() : "", made.seal());
    return seal == null ? null : new PageSet(made.unit(), inputs, seal);
  }

  private String inputs(String fingerprint) {
    return Digest.of(program + "\n" + fingerprint).hex().substring(0, 32);
  }

  /** Writes everything that is about more than one article. */
  Written finish() throws IOException {
    flush();
    articles.arrange();
    unit("style", "", this::writeStyle);
    TreeMap<String, Figures> outlets = figures.byOutlet();
    Figures all = outlets.values().stream().reduce(Figures.NONE, Figures::plus);
    for (Map.Entry<String, Figures> outlet : outlets.entrySet()) {
      writeOutlet(outlet.getKey(), outlet.getValue());
    }
    String title = FrameMaker.name(options);
    ArticleLists.Scope scope = new ArticleLists.Scope("", (int) all.articles(), frames.top(title));
    writeLists(scope);
    TreeMap<LocalDate, DayViews.Count> counts = days.counts();
    writeDays(counts);
    writeIndexes((int) all.articles());
    unit(LedgerArticles.FRONT, "", () -> writeFront(scope, title, outlets, all, counts));
    List<String> extractors = figures.extractors();
    unit("methods", String.join("\n", extractors), () -> writeMethods(extractors));
    for (String unit : ledger.units()) {
      if (!units.contains(unit)) {
        drop(ledger.unit(unit).orElseThrow());
      }
    }
    files.finish();
    LedgerFigures.Files ofArticles = figures.files();
    return new Written(
        (int) all.articles(),
        rendered,
        (int) (ofArticles.count() + ledger.number("SELECT sum(files) FROM unit")),
        ofArticles.bytes() + ledger.number("SELECT sum(bytes) FROM unit"),
        files.changes().count(),
        files.changes().countRemoved(),
        files.changes().feeds(),
        pictures == null ? "" : pictures.note(),
        List.copyOf(failures.lines()),
        failures.count());
  }

  private void drop(PageSet unit) throws IOException {
    for (String name : unit.seal().names()) {
      files.drop(name);
    }
    ledger.remove(unit.unit());
  }

  /** Pages that belong together. */
  private interface Group {
    void write() throws IOException;
  }

  /** Writes pages, unless they are there and nothing they show has changed or been forgotten. */
  private void unit(String name, String fingerprint, Group pages) throws IOException {
    units.add(name);
    String inputs = inputs(fingerprint);
    PageSet made = ledger.unit(name).orElse(null);
    PageSet asMade = untouched(made, inputs);
    if (asMade == null) {
      try {
        pages.write();
        FileSetDigest seal = files.seal();
        ledger.put(new PageSet(name, inputs, seal));
        dropRenamed(made, seal);
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        if (!lenient || !Failures.isOfContent(e)) {
          throw e;
        }
        failures.page("page '" + name + "'", e);
        files.abandon("");
      }
    } else if (!asMade.equals(made)) {
      ledger.put(asMade);
    }
  }

  /** The newest part of a list has a name of its own, which a newer part takes over. */
  private void dropRenamed(@Nullable PageSet made, FileSetDigest seal) throws IOException {
    if (made != null) {
      for (String name : made.seal().names()) {
        if (!seal.names().contains(name)) {
          files.drop(name);
        }
      }
    }
  }

  private void writeStyle() throws IOException {
    files.write("stet.css", StyleSheet.read());
    files.write(Indexes.SCRIPT, StyleSheet.read(Indexes.SCRIPT));
  }

  private void writeDays(TreeMap<LocalDate, DayViews.Count> counts) throws IOException {
    days.pages(
        counts,
        frames,
        times,
        (name, inputs, pages) ->
            unit(
                name,
                inputs,
                () -> {
                  for (Map.Entry<String, Days.Page> page : pages.entrySet()) {
                    files.write(page.getKey(), page.getValue().render());
                  }
                }));
  }

  private void writeIndexes(int count) throws IOException {
    for (int i = 0; i < Indexes.parts(count, Indexes.OBJECTS); i++) {
      int part = i;
      String file = Indexes.objectFile(part);
      unit(file, "", () -> files.write(file, indexes.objects(part)));
    }
    int parts = Indexes.parts(count, Indexes.HEADLINES);
    Frame frame = frames.top("Search").running(Indexes.SCRIPT);
    for (int i = 0; i < parts; i++) {
      int part = i;
      String file = Indexes.file(part, parts);
      unit(
          Indexes.headlines(part),
          String.valueOf(count),
          () -> files.write(file, indexes.search(frame, part, count)));
    }
  }

  private void writeLists(ArticleLists.Scope scope) throws IOException {
    for (ArticleLists.Page page : lists.pages(scope)) {
      unit(page.file(), page.inputs(), () -> files.write(page.file(), page.content().render()));
    }
  }

  private void writeFront(
      ArticleLists.Scope scope,
      String title,
      TreeMap<String, Figures> outlets,
      Figures all,
      TreeMap<LocalDate, DayViews.Count> counts)
      throws IOException {
    List<FrontView.Edits> telling = front.telling(shown, "", all, "");
    List<FrontView.OutletRow> rows = front.outlets(outlets, "");
    List<FrontView.Day> lately = Days.lately(counts, times.date(all.watching().last()));
    FrontView index =
        front.front(scope.frame(), title, all, lately, telling, rows, lists.first(scope));
    files.write("index.html", Pages.render("front", index));
    OutletsView view = new OutletsView(frames.top("Outlets"), rows);
    files.write("outlets.html", Pages.render("outlets", view));
    Frame beside = frames.frame("Outlets side by side", "", "", "figures.json");
    figurePages.writeAll(beside, outlets.keySet());
    byte[] parts = Indexes.list(options.title(), options.producer(), (int) all.articles());
    files.write("index.json", parts);
    feeds.writeAll(shown, all.watching().last(), files);
  }

  private void writeOutlet(String outlet, Figures own) throws IOException {
    Frame frame = frames.outlet(outlet);
    ArticleLists.Scope scope = new ArticleLists.Scope(outlet, (int) own.articles(), frame);
    writeLists(scope);
    unit(
        LedgerArticles.front(outlet),
        "",
        () -> {
          List<FrontView.Edits> telling = front.telling(shown, outlet, own, "../");
          GroupFigures known = figures.group(outlet).orElse(null);
          FrontView view = front.outlet(frame, outlet, own, telling, known, lists.first(scope));
          files.write(Addresses.outlet(outlet), Pages.render("front", view));
          if (known != null) {
            figurePages.writeOutlet(known);
          }
          feeds.writeOutlet(shown, outlet, own.watching().last(), files);
        });
  }

  private void writeMethods(List<String> extractors) throws IOException {
    MethodsView methods =
        new MethodsView(
            frames.top("Methods"),
            Chips.family(Label.Family.DISCLOSURE),
            Chips.family(Label.Family.SUBSTANCE),
            basis.differ().version(),
            extractors,
            times.zoneName());
    files.write("methods.html", Pages.render("methods", methods));
  }

  @Override
  public void close() {
    renderer.close();
  }
}
