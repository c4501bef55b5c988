import type { Database } from '../../db/connect.ts';
import { chooseFirstPin } from '../../src/domain/people/choose-first-pin.ts';
import { issueOneTimeCodes } from '../../src/domain/people/roster/issue-one-time-codes.ts';
import { loadSecrets } from '../../src/server/secrets.ts';
import type { Office } from './office.ts';
import { addFarmer } from './seed.ts';

export interface FarmerWithPin {
  learnerId: string;
  number: string;
  name: string;
}

/** A farmer of 青山村 who came once before and chose this PIN. */
export async function farmerWithPin(office: Office, db: Database, name: string, pin: string): Promise<FarmerWithPin> {
  const { township, server } = office;
  const farmer = await addFarmer(db, township, { name, birthYear: 1970 });
  const secrets = loadSecrets(server.dataDir);
  const now = new Date();
  const [issued] = await issueOneTimeCodes(db, township.administrator, [farmer.learnerId], now, secrets);
  const first = { villageId: township.villageIds[0], number: farmer.number, code: issued?.code ?? '', pin };
  const chosen = await chooseFirstPin(db, township.kiosk, first, now, secrets);
  if (!chosen.ok) throw new Error(chosen.reason);
  return { ...farmer, name };
}
