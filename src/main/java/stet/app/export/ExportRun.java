package stet.app.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import stet.app.AppException;
import stet.app.ArticleReference;
import stet.app.CollectionHome;
import stet.app.review.Notes;
import stet.app.review.ReviewQueue;
import stet.export.AnnotationExport;
import stet.export.CdxjExport;
import stet.export.DataExport;
import stet.export.Exported;
import stet.export.ExportedArticle;
import stet.export.TimeMapExport;
import stet.export.WaczExport;
import stet.export.WarcExport;
import stet.export.table.TableFormat;
import stet.timeline.Timeline;
import stet.track.Collection;

/** Hands articles on in standard form. */
public final class ExportRun {
  /**
   * What was written, and what could not be.
   *
   * @param damaged captures and texts that could not be read, one line each
   */
  public record Result(Exported exported, List<String> damaged) {}

  private final CollectionHome home;
  private final Collection collection;
  private final Clock clock;
  private final String title;
  private final String program;
  private final String base;
  private final List<String> damaged = new ArrayList<>();

  /**
   * @param home where the collection lies
   * @param title the collection's, for formats that state one
   * @param program name and version of the program, for formats that state them
   * @param base address under which a replay program serves the captures, with a slash at its end
   */
  public ExportRun(
      CollectionHome home,
      Collection collection,
      Clock clock,
      String title,
      String program,
      String base) {
    this.home = home;
    this.collection = collection;
    this.clock = clock;
    this.title = title;
    this.program = program;
    this.base = base;
  }

  /**
   * Writes the articles that were named, all of them where none was.
   *
   * @param output a file, or a folder for tables; what is there is replaced
   * @throws AppException when an article is not there, or a TimeMap is asked of several
   * @throws IOException when the output cannot be written
   */
  public Result write(ExportFormat format, List<String> articles, Path output) throws IOException {
    if (format == ExportFormat.TIMEMAP && articles.size() != 1) {
      throw AppException.invalid("a TimeMap is of one article; name it");
    }
    Iterator<Timeline> chosen = chosen(articles);
    Iterator<ExportedArticle> whole = new WithCaptures(chosen);
    Exported exported =
        switch (format) {
          case WACZ -> new WaczExport(title, program, clock).write(whole, output);
          case WARC -> WarcExport.write(whole, output, clock);
          case CDXJ -> CdxjExport.write(whole, output);
          case TIMEMAP -> new TimeMapExport(base).write(whole.next(), output);
          case JSONL -> tables(TableFormat.JSONL, chosen, output);
          case CSV -> tables(TableFormat.CSV, chosen, output);
          case PARQUET -> tables(TableFormat.PARQUET, chosen, output);
          case ANNOTATIONS -> annotations(articles, output);
          case REVIEWS -> reviews(chosen, articles.size(), output);
        };
    damaged.addAll(exported.damaged());
    return new Result(exported, List.copyOf(damaged));
  }

  private Exported tables(TableFormat format, Iterator<Timeline> chosen, Path folder)
      throws IOException {
    return new DataExport(format, program).write(chosen, folder);
  }

  private Exported annotations(List<String> articles, Path output) throws IOException {
    List<Notes.Placed> placed = Notes.list(home, collection, articles);
    long of = placed.stream().map(p -> p.annotation().subject().uri()).distinct().count();
    return AnnotationExport.web(
        placed.stream().map(Notes.Placed::annotation).toList(), (int) of, output);
  }

  private Exported reviews(Iterator<Timeline> chosen, int named, Path output) throws IOException {
    ReviewQueue queue = new ReviewQueue(collection, Notes.of(home, collection));
    int articles = named == 0 ? collection.timelines().count() : named;
    return AnnotationExport.sheet(queue.rows(chosen), articles, output);
  }

  private Iterator<Timeline> chosen(List<String> articles) {
    if (articles.isEmpty()) {
      return collection.timelines().all();
    }
    List<Timeline> named = new ArrayList<>();
    for (String typed : articles) {
      named.add(ArticleReference.parse(typed).find(collection.timelines()));
    }
    return named.iterator();
  }

  /** Timelines with their captures, read one article at a time. */
  private final class WithCaptures implements Iterator<ExportedArticle> {
    private final Iterator<Timeline> timelines;

    WithCaptures(Iterator<Timeline> timelines) {
      this.timelines = timelines;
    }

    @Override
    public boolean hasNext() {
      return timelines.hasNext();
    }

    @Override
    public ExportedArticle next() {
      Timeline timeline = timelines.next();
      return new ExportedArticle(
          timeline,
          ArticleCaptures.of(
              collection, timeline, e -> damaged.add(String.valueOf(e.getMessage()))));
    }
  }
}
