internal import CivilTime
internal import People
internal import Store

/// Gives made-up people their names and numbers.
struct PeopleDrawing: Sendable {
  let staff: StaffPlan
  let identities: DemoIdentities
  let seed: UInt64

  func employee(_ index: Int) -> Employee {
    let person = staff.people[index]
    var chance = Chance(seed: seed, .names, index)
    let family = family(&chance)
    let given = chance.pick(person.sex == .female ? NameList.women : NameList.men)
    let former = chance.pick(NameList.families)
    let hasFormer = chance.permille(person.sex == .female ? 130 : 8) && person.career.years > 4
    return Employee(
      id: identities.people[index],
      employer: identities.employer(person.employer),
      number: number(index),
      familyName: family?.text ?? "",
      givenName: given?.text ?? "",
      familyKana: family?.kana ?? "",
      givenKana: given?.kana ?? "",
      formerFamilyName: hasFormer && former != family ? former?.text : nil,
      sex: person.sex,
      hiredOn: person.hiredOn,
      leftOn: person.leftOn,
      staffCategory: person.career.staffCategory,
      examCategory: person.career.examCategory,
      isTechnical: person.career.isTechnical
    )
  }

  /// The main posts of somebody, as assignments.
  func assignments(_ index: Int, ids: [RecordID<Assignment>]) -> [Assignment] {
    zip(staff.people[index].postings, ids).compactMap { posting, id in
      assignment(posting, of: index, id: id)
    }
  }

  func assignment(_ posting: PostingPlan, of person: Int, id: RecordID<Assignment>) -> Assignment? {
    let seat = staff.seats[posting.seat]
    let key = DemoIdentities.PostKey(unit: seat.unit, shape: seat.shape)
    guard let post = identities.posts[key] else { return nil }
    return Assignment(
      id: id,
      employee: identities.people[person],
      post: post,
      kind: posting.kind,
      from: posting.from,
      to: posting.to
    )
  }

  /// Common names are common, and a few have characters that systems are apt to break.
  private func family(_ chance: inout Chance) -> SpelledName? {
    let isRare = chance.permille(35)
    let rare = chance.pick(NameList.rareFamilies)
    let place = min(chance.below(NameList.families.count), chance.below(NameList.families.count))
    return isRare ? rare : NameList.families[place]
  }

  /// Eight digits with leading zeros, scattered: a step through all numbers below a prime meets none twice.
  private func number(_ index: Int) -> String {
    let digits = String((index * 48_271 + 10_007) % 999_983)
    return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }
}
