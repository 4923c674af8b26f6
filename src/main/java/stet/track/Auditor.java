package stet.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stet.archive.ArchiveVerifier;
import stet.archive.Verification;
import stet.archive.Verification.Finding;
import stet.archive.WarcArchive;
import stet.store.Store;
import stet.story.Engine;
import stet.track.takedown.WithheldRemarks;
import stet.withhold.WithheldFile;

/** Checks the archive, the index, and the one against the other. */
final class Auditor {
  private final CollectionFolder folder;
  private final Store store;
  private final Engine engine;
  private final List<String> findings = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Auditor(CollectionFolder folder, Store store, Engine engine) {
    this.folder = folder;
    this.store = store;
    this.engine = engine;
  }

  Audit run(Audit.Level level, Progress progress) throws IOException {
    Map<String, Long> indexed = store.tables().warcFiles().indexedLengths();
    Verification archive =
        ArchiveVerifier.verify(
            folder.snapshots(),
            level == Audit.Level.STRUCTURE
                ? ArchiveVerifier.Level.STRUCTURE
                : ArchiveVerifier.Level.DIGESTS,
            indexed);
    progress.advance(archive.records());
    archive.findings().forEach(this::sort);
    store.integrity().forEach(problem -> findings.add("stet.db: " + problem));
    store.searchProblems().forEach(problem -> findings.add("stet.db: " + problem));
    compareCounts(archive, indexed);
    if (level == Audit.Level.REBUILD && findings.isEmpty()) {
      compareRows(progress);
    }
    remarks.addAll(
        WithheldRemarks.of(
            new WithheldFile(folder.home()).read(),
            store.tables(),
            new WarcArchive(folder.snapshots())));
    return new Audit(
        archive.files(), archive.records(), archive.bytes(), List.copyOf(findings), remarks);
  }

  private void sort(Finding finding) {
    if (finding.kind() == Finding.Kind.UNFINISHED) {
      remarks.add(finding.line() + "; it was never acknowledged, and the next import cuts it off");
    } else {
      findings.add(finding.line());
    }
  }

  private void compareCounts(Verification archive, Map<String, Long> indexed) throws IOException {
    long rows = store.tables().captures().count();
    if (findings.isEmpty() && rows > archive.captures()) {
      findings.add(
          "stet.db: it lists " + rows + " captures and the archive holds " + archive.captures());
    }
    WarcArchive files = new WarcArchive(folder.snapshots());
    for (String file : files.files()) {
      if (files.size(file) > indexed.getOrDefault(file, 0L) && remarks.isEmpty()) {
        remarks.add(
            "'" + file + "' holds records that are not indexed yet; the next import takes them in");
      }
    }
  }

  private void compareRows(Progress progress) throws IOException {
    Optional<String> otherwise = EngineStamp.difference(store, engine);
    if (otherwise.isPresent()) {
      findings.add("stet.db: " + otherwise.get());
      return;
    }
    // Beside the collection, which has room; elsewhere where nothing can be written there.
    Path fresh =
        Files.isWritable(folder.home())
            ? Files.createTempFile(folder.home(), "stet.db.", ".verify")
            : Files.createTempFile("stet.db.", ".verify");
    try {
      Rebuilder.delete(fresh);
      Rebuilder.build(fresh, folder, engine, progress);
      try (Store made = Store.openReadOnly(fresh)) {
        Map<String, String> expected = made.fingerprints();
        Map<String, String> found = new TreeMap<>(store.fingerprints());
        expected.forEach(
            (table, fingerprint) -> {
              if (!fingerprint.equals(found.get(table))) {
                findings.add(
                    "stet.db: table '"
                        + table
                        + "' differs from what the archive gives; 'stet rebuild' mends it");
              }
            });
      }
    } finally {
      Rebuilder.delete(fresh);
    }
  }
}
