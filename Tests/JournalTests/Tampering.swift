import Store
import Testing

@testable import Journal

/// One way to change what was sealed, and what must be found.
struct Tampering: Sendable, CustomTestStringConvertible {
  typealias Fault = JournalVerification.Fault

  let testDescription: String
  let change: @Sendable (SealedJournal, any SQLConnection) throws -> Void
  let faults: @Sendable (SealedJournal) -> [Fault]

  static let all = entries + leaves + seals

  /// The middle entry of the middle seal says something else.
  private static func changed(_ column: String, _ assignment: SQLText) -> Tampering {
    Tampering(
      testDescription: "\(column) of an entry changed",
      change: { journal, connection in
        try connection.execute(
          "UPDATE journal_entry SET \(fragment: assignment) WHERE id = \(journal.entries[1][1])"
        )
      },
      faults: { [.changed(entry: $0.entries[1][1], seal: $0.seals[1])] }
    )
  }

  private static let entries = [
    changed("at", "at = at + 1"), changed("actor", "actor = 4"), changed("kind", "kind = 'test.happens'"),
    changed("employee", "employee = 8"), changed("employee", "employee = NULL"),
    changed("unit", "unit = NULL"), changed("payload", "payload = 'date=2026-04-02'"),
    Tampering(
      testDescription: "employee and unit swapped",
      change: { journal, connection in
        try connection.execute(
          "UPDATE journal_entry SET employee = unit, unit = employee WHERE id = \(journal.entries[0][0])"
        )
      },
      faults: { [.changed(entry: $0.entries[0][0], seal: $0.seals[0])] }
    ),
    Tampering(
      testDescription: "an entry removed",
      change: { journal, connection in
        try connection.execute("DELETE FROM journal_entry WHERE id = \(journal.entries[1][2])")
      },
      faults: { [.removed(entry: $0.entries[1][2], seal: $0.seals[1])] }
    ),
    Tampering(
      testDescription: "an entry removed with its leaf",
      change: { journal, connection in
        try connection.execute("DELETE FROM journal_leaf WHERE entry = \(journal.entries[1][2])")
        try connection.execute("DELETE FROM journal_entry WHERE id = \(journal.entries[1][2])")
      },
      faults: { [.brokenSeal(seal: $0.seals[1])] }
    ),
    Tampering(
      testDescription: "an entry inserted among sealed ones",
      change: { journal, connection in
        try connection.execute(
          """
          INSERT INTO journal_entry (id, at, actor, kind, payload)
          VALUES (\(journal.entries[1][2] + 1), 1775001600000, 3, 'test.happened', '')
          """
        )
      },
      faults: { [.inserted(entry: $0.entries[1][2] + 1)] }
    ),
    Tampering(
      testDescription: "an entry renumbered",
      change: { journal, connection in
        let entry = journal.entries[0][2]
        try connection.execute("UPDATE journal_entry SET id = \(entry + 5) WHERE id = \(entry)")
      },
      faults: {
        [.removed(entry: $0.entries[0][2], seal: $0.seals[0]), .inserted(entry: $0.entries[0][2] + 5)]
      }
    ),
  ]

  private static let leaves = [
    Tampering(
      testDescription: "a leaf changed",
      change: { journal, connection in
        let other = [UInt8](repeating: 1, count: 32)
        try connection.execute(
          "UPDATE journal_leaf SET digest = \(other) WHERE entry = \(journal.entries[1][0])"
        )
      },
      faults: { [.changed(entry: $0.entries[1][0], seal: $0.seals[1]), .brokenSeal(seal: $0.seals[1])] }
    ),
    Tampering(
      testDescription: "a leaf moved to the next seal",
      change: { journal, connection in
        try connection.execute(
          "UPDATE journal_leaf SET seal = \(journal.seals[1]) WHERE entry = \(journal.entries[0][2])"
        )
      },
      faults: { [.brokenSeal(seal: $0.seals[0]), .brokenSeal(seal: $0.seals[1])] }
    ),
  ]

  private static func sealChanged(_ column: String, _ assignment: SQLText, next: Bool = false) -> Tampering {
    Tampering(
      testDescription: "\(column) of a seal changed",
      change: { journal, connection in
        try connection.execute(
          "UPDATE journal_seal SET \(fragment: assignment) WHERE id = \(journal.seals[1])"
        )
      },
      faults: { journal in
        let own = Fault.brokenSeal(seal: journal.seals[1])
        return next ? [own, .brokenSeal(seal: journal.seals[2])] : [own]
      }
    )
  }

  private static let seals = [
    sealChanged("sealed_at", "sealed_at = sealed_at + 1"),
    sealChanged("entry_count", "entry_count = 2"),
    sealChanged("last_entry", "last_entry = last_entry + 1"),
    sealChanged("digest", "digest = previous", next: true),
    Tampering(
      testDescription: "the first seal cut off",
      change: { journal, connection in
        try connection.execute("DELETE FROM journal_leaf WHERE seal = \(journal.seals[0])")
        try connection.execute("DELETE FROM journal_seal WHERE id = \(journal.seals[0])")
        try connection.execute(
          "DELETE FROM journal_entry WHERE id IN (\(list: journal.entries[0]))"
        )
      },
      faults: { [.brokenSeal(seal: $0.seals[1])] }
    ),
  ]
}
