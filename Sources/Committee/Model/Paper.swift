internal import Attachments
internal import CivilTime
internal import Store

/// 会議資料 – a file that is put before the committee under an item of the agenda.
struct Paper: Sendable, Hashable {
  let item: RecordID<AgendaItem>
  let file: Attachment
}

/// 外した資料 – a paper that was taken off a meeting after it was held; its file is read no more, its name stays.
struct RemovedPaper: Sendable, Hashable {
  let name: String
  let reason: String
  let at: Instant
  let by: String
}

extension AgendaItem {
  /// The papers of the item with their numbers, such as 資料2-1.
  func numbered(_ papers: [Paper]) -> [(number: String, paper: Paper)] {
    papers.filter { $0.item == id }.enumerated().map { place, paper in
      (number: "資料\(position)-\(place + 1)", paper: paper)
    }
  }
}
