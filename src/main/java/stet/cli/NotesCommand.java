package stet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stet.app.ArticleReference;
import stet.app.review.Notes;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.Failure;
import stet.cli.console.Plain;
import stet.cli.console.Version;
import stet.cli.option.HomeOption;
import stet.cli.print.NotesPrinter;
import stet.notes.Annotation;
import stet.notes.NoteStore;
import stet.notes.Quote;
import stet.notes.Remark;
import stet.notes.Subject;
import stet.timeline.Timeline;
import stet.track.Collection;

/** What people say of revisions. */
@Command(
    name = "notes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Lists what reviewers said of revisions: verdicts, notes, marks.",
      "They are kept in notes.db, apart from all that follows from captures."
    })
final class NotesCommand implements Callable<Integer> {
  @Mixin private HomeOption home;

  @Parameters(arity = "0..*", paramLabel = "ARTICLE", description = "Of these; all if none.")
  private List<String> articles = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  private final Console console;

  NotesCommand(Console console) {
    this.console = console;
  }

  static CommandLine of(Console console) {
    return new CommandLine(new NotesCommand(console))
        .addSubcommand(new Add(console))
        .addSubcommand(new Remove(console))
        .addSubcommand(new Import(console));
  }

  @Override
  public Integer call() throws IOException {
    try (Collection collection = home.at().open()) {
      List<Notes.Placed> placed = Notes.list(home.at(), collection, articles);
      new NotesPrinter(console).print(placed, json);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Says something of a revision: ARTICLE@3 is the one that led to version 3.")
  static final class Add implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Parameters(index = "0", paramLabel = "ARTICLE@N", description = "The revision.")
    private String revision;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NOTE", description = "A note in words.")
    private String note = "";

    @Option(names = "--verdict", paramLabel = "TEXT", description = "What kind of edit it is.")
    private String verdict = "";

    @Option(names = "--important", description = "Mark it.")
    private boolean important;

    @Option(names = "--author", paramLabel = "NAME", description = "Who says it.")
    private String author = "";

    private final Console console;

    Add(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      Remark remark = Notes.remark(verdict, important, note, author);
      try (Collection collection = home.at().open()) {
        ArticleReference typed = ArticleReference.parse(revision);
        int version = typed.to() > 0 ? typed.to() : typed.from();
        if (version == 0 || typed.to() > 0 && typed.to() != typed.from() + 1) {
          throw new Failure(
              ExitCode.USAGE, "'" + revision + "' names no revision, such as ARTICLE@3");
        }
        Timeline timeline = typed.find(collection.timelines());
        Subject subject = Notes.subject(timeline, version, Quote.NONE);
        try (NoteStore store = home.at().notes()) {
          List<Annotation> said =
              Notes.say(store, List.of(subject), remark, console.clock().instant());
          console.out().println(said.get(0).id());
        }
      }
      return ExitCode.DONE;
    }
  }

  @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a note back.")
  static final class Remove implements Callable<Integer> {
    @Mixin private HomeOption home;

    @Parameters(paramLabel = "ID", description = "As 'stet notes' lists it.")
    private String id;

    private final Console console;

    Remove(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      home.at().open().close();
      try (NoteStore store = home.at().notes()) {
        Notes.remove(store, id);
      }
      console.out().println("removed");
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Takes in a table with commas or web annotations, as 'stet export --format reviews' and"
              + " 'annotations' write them. Rows in which nothing is said are passed over.")
  static final class Import implements Callable<Integer> {
    private static final long MOST = 64L << 20;

    @Mixin private HomeOption home;

    @Parameters(paramLabel = "FILE", description = "CSV or JSON-LD.")
    private Path file;

    @Option(names = "--json", description = "Print what was taken in as JSON.")
    private boolean json;

    private final Console console;

    Import(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      home.at().open().close();
      Notes.Taken taken;
      try (NoteStore store = home.at().notes()) {
        taken = Notes.take(store, content(), console.clock().instant());
      }
      taken.problems().forEach(p -> console.say(Plain.line("not taken in: " + p)));
      new NotesPrinter(console).print(taken, json);
      return taken.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }

    private byte[] content() throws IOException {
      if (Files.size(file) > MOST) {
        throw new Failure(ExitCode.USAGE, "'" + file + "' is larger than " + MOST + " bytes");
      }
      return Files.readAllBytes(file);
    }
  }
}
