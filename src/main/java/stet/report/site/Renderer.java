package stet.report.site;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.report.page.FrontView.Row;
import stet.report.view.FrameMaker;
import stet.report.view.Pictures;
import stet.report.words.Addresses;
import stet.report.words.Times;
import stet.stats.Observed;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;

/**
 * Turns timelines into the files of their folders, some of them beside each other. Files are
 * written by the calling thread alone, folder after folder in the order given. An article with many
 * versions is rendered by itself, each page written before the next is made, so that memory holds
 * the pages of a few short articles or one page of a long one.
 */
final class Renderer implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int WAITING = 4;

  /** Versions from which on an article is rendered by itself. */
  private static final int LONG = 24;

  private final Basis basis;
  private final Times times;
  private final FrameMaker frames;
  private final FrontPages front;
  private final Feeds feeds;
  private final PageFiles files;
  private final @Nullable Pictures pictures;
  private final Consumer<Article> written;
  private final Failures failures;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Renderer::thread);
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /**
   * An article whose folder is written.
   *
   * @param row its row in tables
   * @param entry its row in lists of headlines
   * @param edits its edits as their days list them
   * @param piece its object for programs
   * @param observed what it adds to its outlet's figures, as {@link NoteJson} has it; empty for
   *     nothing
   */
  record Article(
      PageSet made,
      PageSet.Note note,
      Row row,
      String entry,
      List<Days.Edit> edits,
      String piece,
      String observed) {}

  private record Waiting(TrackedArticle article, Future<Pending> pages) {}

  private record Page(String name, byte[] content) {}

  private record Pending(
      String folder,
      String inputs,
      List<Page> pages,
      PageSet.Note note,
      Row row,
      String entry,
      List<Days.Edit> edits,
      String piece,
      String observed) {}

  /**
   * @param pictures drawn beside each picture to share, one after the other; null for none
   * @param written takes each article when its folder is written
   * @param failures takes those that no folder could be made of
   */
  Renderer(
      Basis basis,
      Times times,
      PageFiles files,
      @Nullable Pictures pictures,
      Consumer<Article> written,
      Failures failures) {
    this.basis = basis;
    this.times = times;
    this.files = files;
    this.pictures = pictures;
    this.written = written;
    this.failures = failures;
    this.frames = new FrameMaker(basis.options());
    this.front = new FrontPages(times);
    this.feeds = new Feeds(basis.options());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "render");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes an article, whose folder is written by now or later. */
  void add(Timeline timeline, String inputs) throws IOException {
    if (pictures != null || timeline.versions().size() >= LONG) {
      finish();
      write(timeline.article(), () -> renderAlone(timeline, inputs));
      return;
    }
    Future<Pending> pages = threads.submit(() -> renderInMemory(timeline, inputs));
    waiting.add(new Waiting(timeline.article(), pages));
    if (waiting.size() > WAITING) {
      writeOne();
    }
  }

  /** Writes the folders of all articles that were taken. */
  void finish() throws IOException {
    while (!waiting.isEmpty()) {
      writeOne();
    }
  }

  private Pending renderAlone(Timeline timeline, String inputs) throws IOException {
    String folder = Addresses.folder(timeline.article());
    return render(timeline, inputs, (name, page) -> files.writeInto(folder, name, page));
  }

  private Pending renderInMemory(Timeline timeline, String inputs) throws IOException {
    List<Page> pages = new ArrayList<>();
    Pending made = render(timeline, inputs, (name, page) -> pages.add(new Page(name, page)));
    made.pages().addAll(pages);
    return made;
  }

  private void writeOne() throws IOException {
    Waiting next = waiting.remove();
    write(next.article(), () -> made(next.pages()));
  }

  private static Pending made(Future<Pending> pages) throws IOException {
    try {
      return pages.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IOException(e.getCause());
    }
  }

  /** Makes the pages of an article. */
  private interface Making {
    Pending pages() throws IOException;
  }

  /** Writes an article's folder, or notes that it cannot be made and goes on. */
  private void write(TrackedArticle article, Making making) throws IOException {
    Article written;
    try {
      written = written(making.pages());
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (!Failures.isOfContent(e) && !Failures.isInTheWay(e)) {
        throw e;
      }
      failures.article(article, e);
      files.abandon(Addresses.folder(article));
      return;
    }
    this.written.accept(written);
  }

  private Article written(Pending made) throws IOException {
    for (Page page : made.pages()) {
      files.writeInto(made.folder(), page.name(), page.content());
    }
    PageSet written = new PageSet(made.folder(), made.inputs(), files.endFolder(made.folder()));
    return new Article(
        written,
        made.note(),
        made.row(),
        made.entry(),
        made.edits(),
        made.piece(),
        made.observed());
  }

  private Pending render(Timeline timeline, String inputs, ArticleWriter.Folder folder)
      throws IOException {
    FolderPages pages = new FolderPages(timeline, basis, times, frames);
    PageSet.Note note = new ArticleWriter(pages, folder, pictures).write(feeds);
    return new Pending(
        Addresses.folder(timeline.article()),
        inputs,
        new ArrayList<>(),
        note,
        front.row(pages.line()),
        FrontPages.entry(pages.line()),
        pages.days(),
        SiteData.piece(pages.line()),
        Observed.of(timeline).map(NoteJson::write).orElse(""));
  }

  /** Ends its threads; what was taken and not written is let go. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
