import ProveDialog from '#core/access/web/prove-dialog.tsx'
import { Reads } from '../reads.tsx'

/** The password again, over the page: the frame does without what sends commands, and brings it only now. */
export default function ProveQuestion({ onClose }: { onClose: (isProved: boolean) => void }) {
  return (
    <Reads>
      <ProveDialog onClose={onClose} />
    </Reads>
  )
}
