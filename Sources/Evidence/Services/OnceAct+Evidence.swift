internal import Access
internal import Attachments
internal import CivilTime
internal import Duties
internal import Store

extension OnceAct {
  static func reporting(_ report: EvidenceReport, for duty: RecordID<Duty>?) -> OnceAct {
    OnceAct(
      EvidenceJournal.reported,
      [
        word(duty), report.plan, report.measure, report.kind.rawValue, "\(report.employer)",
        word(report.unit),
        word(report.aboutEmployee), "\(report.year.startYear)", report.heldOn.iso, word(report.quantity),
        word(report.quantityOf), report.text, report.link?.text ?? "",
      ],
      files: report.files.map { ($0.name, $0.bytes) }
    )
  }

  static func correcting(_ id: RecordID<EvidenceEntry>, with correction: EvidenceCorrection) -> OnceAct {
    OnceAct(
      EvidenceJournal.corrected,
      [
        "\(id)", correction.heldOn.iso, word(correction.quantity), word(correction.quantityOf),
        correction.text,
        correction.link?.text ?? "",
      ] + correction.kept.sorted().map { "\($0)" },
      files: correction.files.map { ($0.name, $0.bytes) }
    )
  }

  static func withdrawing(_ id: RecordID<EvidenceEntry>, reason: String) -> OnceAct {
    OnceAct(EvidenceJournal.withdrawn, ["\(id)", reason])
  }

  private static func word(_ value: (some CustomStringConvertible)?) -> String { value?.description ?? "" }
}
