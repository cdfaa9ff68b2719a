internal import CivilTime
internal import Journal
internal import Store

/// One attempt to import a file: all that must be the same when the transaction is run again.
struct RosterAttempt: Sendable {
  let file: RosterFile
  let identifiers: RosterIdentifiers
  let receipt: RecordID<ImportReceipt>
  let now: Instant

  /// What the file means for the database.
  struct Compared: Sendable {
    let report: RosterReport
    let difference: RosterDifference

    func applied(_ receipt: RecordID<ImportReceipt>, _ file: RosterFile) -> RosterReport {
      RosterReport(
        outcome: .applied(receipt: receipt),
        file: file,
        faults: report.warnings,
        counts: difference.counts
      )
    }
  }

  func compare(on connection: any SQLConnection) throws -> Compared {
    let earlier = try ImportReceiptRecords.receipt(
      kind: RosterImport.receiptKind,
      fileDigest: file.digest,
      on: connection
    )
    if let earlier {
      return compared(RosterDifference(), .alreadyImported(on: OfficeZone.date(of: earlier.importedAt)))
    }
    let today = OfficeZone.date(of: now)
    let codes = Set(file.rows.map { ExactText($0.employerCode) })
    let snapshot = try RosterSnapshot(codes: codes, asOf: today, on: connection)
    let difference = RosterDifference(file, with: snapshot, asOf: today, identifiers: identifiers)
    let isSound = (file.faults + difference.faults).allSatisfy(\.isWarning)
    return compared(difference, isSound ? .checked : .refused)
  }

  func receipt(for counts: RosterCounts) -> ImportReceipt {
    ImportReceipt(
      id: receipt,
      kind: RosterImport.receiptKind,
      fileDigest: file.digest,
      importedAt: now,
      rowCount: file.rowCount,
      addedCount: counts.added,
      changedCount: counts.changed
    )
  }

  func entry(
    _ id: RecordID<JournalEntry>,
    by actor: JournalActor,
    receipt: ImportReceipt
  ) -> JournalEntry {
    let payload = JournalPayload([
      ("receipt", receipt.id.description), ("rows", "\(receipt.rowCount)"),
      ("added", "\(receipt.addedCount)"), ("changed", "\(receipt.changedCount)"),
    ])
    return JournalEntry(
      id: id,
      at: now,
      actor: actor,
      kind: RosterImport.journalKind,
      payload: payload
    )
  }

  private func compared(_ difference: RosterDifference, _ outcome: RosterReport.Outcome) -> Compared {
    let report = RosterReport(
      outcome: outcome,
      file: file,
      faults: file.faults + difference.faults,
      counts: difference.counts
    )
    return Compared(report: report, difference: difference)
  }
}
