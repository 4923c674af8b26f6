package stet.fuzz;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stet.app.AppFuzz;
import stet.archive.ArchiveFuzz;
import stet.capture.CaptureFuzz;
import stet.diff.DiffFuzz;
import stet.export.ExportFuzz;
import stet.extract.date.DateFuzz;
import stet.extract.read.ReadFuzz;
import stet.fetch.FetchFuzz;
import stet.fetch.discovery.DiscoveryFuzz;
import stet.ingest.IngestFuzz;
import stet.ingest.warc.WarcFuzz;
import stet.json.JsonFuzz;
import stet.memento.MementoFuzz;
import stet.notes.NotesFuzz;
import stet.notify.channel.NotifyFuzz;
import stet.serve.http.ServeFuzz;
import stet.story.AddressFuzz;
import stet.text.time.TimeFuzz;

/** Every reader of bytes that others wrote. */
final class FuzzTargets {
  private FuzzTargets() {}

  /**
   * @param scratch a folder for files that readers read from
   */
  static List<FuzzTarget> all(Path scratch) {
    return Stream.of(
            ReadFuzz.targets(),
            DateFuzz.targets(),
            CaptureFuzz.targets(),
            WarcFuzz.targets(),
            IngestFuzz.targets(scratch),
            MementoFuzz.targets(),
            FetchFuzz.targets(),
            DiscoveryFuzz.targets(),
            ArchiveFuzz.targets(scratch),
            ExportFuzz.targets(),
            AppFuzz.targets(scratch),
            DiffFuzz.targets(),
            ServeFuzz.targets(),
            TimeFuzz.targets(),
            NotesFuzz.targets(),
            JsonFuzz.targets(),
            NotifyFuzz.targets(),
            AddressFuzz.targets())
        .flatMap(List::stream)
        .toList();
  }
}
