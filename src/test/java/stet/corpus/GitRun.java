package stet.corpus;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same versions in a git repository: a file for each article, in folders of some hundred so
 * that no commit has to write a long list of names, and a commit for each version.
 */
final class GitRun {
  private static final int SAMPLE = 50;
  private static final int IN_A_FOLDER = 200;

  private final Path work;
  private final File repository;
  private final boolean pages;

  /**
   * @param pages whether to keep the pages as captured; else the texts alone
   */
  GitRun(Path work, boolean pages) {
    this.work = work;
    this.pages = pages;
    this.repository = work.resolve(pages ? "git-pages" : "git-texts").toFile();
  }

  /**
   * What it cost.
   *
   * @param imported by {@code git fast-import}
   * @param gc by {@code git gc}
   * @param repack by {@code git repack -a -d -f}, which fast-import's manual advises, since a gc
   *     keeps the poor deltas that it made
   * @param commit a plain {@code git add} and {@code git commit} of one version, on average
   * @param loose bytes of the repository before gc
   * @param collected bytes after it
   * @param packed bytes after the repack
   */
  record Result(
      Phase imported,
      Phase gc,
      Phase repack,
      Phase commit,
      long loose,
      long collected,
      long packed) {}

  Result run(Corpus corpus, Iterator<Corpus.Captured> changes)
      throws IOException, InterruptedException {
    Files.createDirectories(repository.toPath());
    git("init", "-q", "-b", "main");
    Phase imported =
        Phase.run(
            work, List.of("git", "fast-import", "--quiet"), in -> feed(corpus, in), repository);
    long loose = size(repository.toPath().resolve(".git"));
    Phase gc = git("gc", "-q");
    long collected = size(repository.toPath().resolve(".git"));
    Phase repack = git("repack", "-a", "-d", "-f", "-q");
    long packed = size(repository.toPath().resolve(".git"));
    git("reset", "-q", "--hard");
    return new Result(imported, gc, repack, commit(changes), loose, collected, packed);
  }

  private Phase git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=a", "-c", "user.email=a@a.example"));
    command.addAll(List.of(words));
    return Phase.run(work, command, in -> {}, repository);
  }

  private void feed(Corpus corpus, OutputStream in) throws IOException {
    try (PrintStream out =
        new PrintStream(new BufferedOutputStream(in, 1 << 16), false, StandardCharsets.UTF_8)) {
      Iterator<Corpus.Captured> all = corpus.captures(false);
      while (all.hasNext()) {
        Corpus.Captured one = all.next();
        if (one.fresh()) {
          byte[] content = content(one);
          out.print("commit refs/heads/main\ncommitter a <a@a.example> ");
          out.print(one.at().getEpochSecond() + " +0000\ndata 1\nv\n");
          out.print("M 100644 inline " + file(one) + "\ndata " + content.length + "\n");
          out.write(content);
          out.print("\n");
        }
      }
    }
  }

  private byte[] content(Corpus.Captured one) {
    if (pages) {
      return one.html();
    }
    // The dates are part of a version: without them a restamped one would be no change.
    String dates = one.story().published() + "\n" + one.story().updated() + "\n";
    return (dates + one.story().text()).getBytes(StandardCharsets.UTF_8);
  }

  private static String file(Corpus.Captured one) {
    String address = one.uri().substring("https://".length());
    int number = Integer.parseInt(address.substring(address.lastIndexOf('-') + 1));
    return address.replace("news/", number / IN_A_FOLDER + "/") + ".txt";
  }

  private Phase commit(Iterator<Corpus.Captured> changes) throws IOException, InterruptedException {
    double seconds = 0;
    double cpu = 0;
    for (int i = 0; i < SAMPLE; i++) {
      Corpus.Captured one = changes.next();
      Files.write(repository.toPath().resolve(file(one)), content(one));
      Phase add = git("add", file(one));
      Phase commit = git("commit", "-q", "-m", "v");
      seconds += add.seconds() + commit.seconds();
      cpu += add.cpu() + commit.cpu();
    }
    return new Phase(seconds / SAMPLE, cpu / SAMPLE, 0, "");
  }

  /** Bytes of all files below a folder. */
  static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      long size = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }
}
