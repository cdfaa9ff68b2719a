package import CivilTime
package import Duties
package import People
package import Store

/// 会議のひととおり – a meeting as a program tells it, from its agenda to its minutes.
package struct CommitteeSitting: Sendable {
  /// The day of the meeting.
  package let day: CivilDate
  /// Its name.
  package let title: String
  /// Where it is held.
  package let place: String
  /// The items that nobody's voice gave rise to.
  package let items: [TabledItem]
  /// The voices that are put before it.
  package let voices: [TabledVoice]
  /// What is written down of it afterwards.
  package let minutes: String

  /// A meeting.
  package init(
    day: CivilDate,
    title: String,
    place: String,
    items: [TabledItem],
    voices: [TabledVoice] = [],
    minutes: String = ""
  ) {
    self.day = day
    self.title = title
    self.place = place
    self.items = items
    self.voices = voices
    self.minutes = minutes
  }
}

/// 議題のひととおり – an item of an agenda, and what is decided under it.
package struct TabledItem: Sendable {
  /// What is to be decided or heard.
  package let title: String
  /// What is decided; nil where the item is only heard.
  package let resolution: Resolution?

  /// An item.
  package init(_ title: String, resolution: Resolution? = nil) {
    self.title = title
    self.resolution = resolution
  }

  /// 決定のひととおり – who does what by when.
  package struct Resolution: Sendable {
    let text: String
    let order: DecisionOrder

    /// A decision that becomes a duty of its owner.
    package init(_ text: String, owner: DutyOwner, employer: RecordID<Employer>, dueOn: CivilDate) {
      self.text = text
      order = DecisionOrder(owner: owner, employer: employer, dueOn: dueOn)
    }
  }
}

/// 声のひととおり – a voice as it came in, and how it is answered.
package struct TabledVoice: Sendable {
  /// What is done about a voice, with the reason.
  package enum Answer: Sendable {
    /// 取り入れる
    case adopted(String)
    /// 検討する
    case studied(String)
    /// 取り入れない
    case declined(String)
  }

  let entry: VoiceDesk.Entry
  let answer: Answer?

  /// A voice from an interview with people of a unit, or from a meeting where it has none.
  package init(
    receivedOn: CivilDate,
    employer: RecordID<Employer>,
    unit: RecordID<OrganizationUnit>?,
    theme: String,
    text: String,
    answer: Answer? = nil
  ) {
    entry = VoiceDesk.Entry(
      receivedOn: receivedOn,
      employer: employer,
      unit: unit,
      origin: unit == nil ? .meeting : .interview,
      theme: theme,
      text: text
    )
    self.answer = answer
  }
}

extension TabledVoice.Answer {
  var outcome: VoiceOutcome {
    switch self {
    case .adopted: .adopted
    case .studied: .studied
    case .declined: .declined
    }
  }

  var text: String {
    switch self {
    case .adopted(let text), .studied(let text), .declined(let text): text
    }
  }
}
