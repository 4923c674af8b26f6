package stet.archive;

import java.util.Map;
import java.util.Optional;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.CaptureSource;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Memento;
import stet.capture.CaptureSource.Role;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.CaptureSource.WarcRecord;
import stet.capture.EnumId;

/** Where a capture came from as the fields of a WARC record and back. */
final class SourceFields {
  private SourceFields() {}

  static void add(Map<String, String> fields, CaptureSource source) {
    fields.put("Stet-Source", source.kind());
    if (source instanceof SavedFile file) {
      fields.put("Stet-File-Name", HeaderText.encode(file.name()));
      fields.put("Stet-Time-Basis", EnumId.of(file.time()));
      fields.put("Stet-Title", HeaderText.encode(file.title()));
    } else if (source instanceof Live live) {
      fields.put("Stet-Requested", HeaderText.encode(live.requested()));
      addRole(fields, live.role());
      addVia(fields, live.via());
    } else if (source instanceof WarcRecord record) {
      fields.put("Stet-File-Name", HeaderText.encode(record.name()));
      fields.put("Stet-Record", HeaderText.encode(record.record()));
      addVia(fields, record.via());
    } else if (source instanceof Memento memento) {
      fields.put("Stet-Archive", HeaderText.encode(memento.name()));
      fields.put("Stet-Memento", HeaderText.encode(memento.memento()));
    }
  }

  static CaptureSource read(RecordHead head) throws MalformedRecord {
    String kind = head.get("Stet-Source");
    return switch (kind) {
      case "file" -> savedFile(head);
      case "live" -> new Live(CaptureFields.text(head, "Stet-Requested"), role(head), via(head));
      case "warc" ->
          new WarcRecord(
              CaptureFields.text(head, "Stet-File-Name"),
              CaptureFields.text(head, "Stet-Record"),
              via(head));
      case "memento" ->
          new Memento(
              CaptureFields.text(head, "Stet-Archive"), CaptureFields.text(head, "Stet-Memento"));
      default -> throw new MalformedRecord("the source kind '" + kind + "' is not known");
    };
  }

  /** A list is marked by a field that is older than the other roles. */
  private static void addRole(Map<String, String> fields, Role role) {
    if (role == Role.LIST) {
      fields.put("Stet-List", "yes");
    } else if (role != Role.PAGE) {
      fields.put("Stet-Role", EnumId.of(role));
    }
  }

  private static Role role(RecordHead head) throws MalformedRecord {
    String name = "Stet-Role";
    Optional<String> role = head.find(name);
    if (role.isPresent()) {
      return head.read(name, role.get(), id -> EnumId.read(Role.class, id));
    }
    return head.find("Stet-List").isPresent() ? Role.LIST : Role.PAGE;
  }

  private static void addVia(Map<String, String> fields, String via) {
    if (!via.isEmpty()) {
      fields.put("Stet-Via", HeaderText.encode(via));
    }
  }

  private static String via(RecordHead head) throws MalformedRecord {
    return head.find("Stet-Via").isPresent() ? CaptureFields.text(head, "Stet-Via") : "";
  }

  private static SavedFile savedFile(RecordHead head) throws MalformedRecord {
    String name = "Stet-Time-Basis";
    TimeBasis basis = head.read(name, head.get(name), id -> EnumId.read(TimeBasis.class, id));
    return new SavedFile(
        CaptureFields.text(head, "Stet-File-Name"), basis, CaptureFields.text(head, "Stet-Title"));
  }
}
