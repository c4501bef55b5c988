import type { AccountActor } from '../domain/people/actor.ts';
import { mayDo, type Permission } from '../domain/people/permissions.ts';
import type { OfficeWords } from '../i18n/office/words.ts';

/** One row of the main menu: a heading, and pages as address and label. */
export interface OfficeSection {
  heading: string;
  links: [href: string, label: string][];
}

/** The main menu of whoever is signed in: the township's work, the teaching, and what explains both. Rows with nothing in them are left out. */
export function officeSections(account: AccountActor | null, { nav }: OfficeWords): OfficeSection[] {
  const may = (permission: Permission) => account !== null && mayDo(account, permission);
  const isOffice = may('coverage:read');
  const township: OfficeSection['links'] = isOffice
    ? [
        ['/township/', nav.coverage],
        ['/township/farmers/', nav.farmers],
        ['/township/newcomers/', nav.newcomers],
        ['/township/codes/', nav.codes],
        ['/township/cards/', nav.cards],
        ['/township/villages/', nav.villages],
        ['/township/groups/', nav.groups],
        ['/township/requirements/', nav.requirements],
        ['/township/kiosks/', nav.kiosks],
      ]
    : [];
  if (account?.isAdministrator) township.push(['/township/accounts/', nav.accounts]);

  const teaching: OfficeSection['links'] = [];
  if (may('lesson:publish')) {
    teaching.push(['/trainer/', nav.lessons], ['/trainer/studio/', nav.studio], ['/trainer/publish/', nav.publish]);
    teaching.push(['/trainer/media/', nav.media]);
    teaching.push(['/trainer/farmers/', nav.trainerFarmers], ['/trainer/visits/', nav.visits]);
    if (!isOffice) teaching.push(['/township/cards/', nav.cards]);
  }
  if (may('class:read')) teaching.push(['/trainer/classes/', nav.classes]);
  if (may('quarantine:decide')) teaching.push(['/trainer/quarantine/', nav.quarantine]);
  if (may('rejected:read')) teaching.push(['/trainer/rejected/', nav.rejected]);

  const handbook = account === null ? 'farmer' : account.isStaff || account.isAdministrator ? 'staff' : 'trainer';
  const help: OfficeSection['links'] = [[`/handbook/${handbook}/`, nav.handbook]];
  if (account !== null) help.unshift(['/township/formula/', nav.formula]);

  return [
    { heading: nav.township, links: township },
    { heading: nav.teaching, links: teaching },
    { heading: nav.help, links: help },
  ].filter(({ links }) => links.length > 0);
}
